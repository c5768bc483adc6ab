/**
 * Commentary as a small block tree: the only form that is stored, validated and rendered.
 * Every output walks it and escapes for itself, so no markup can pass through.
 */
export type TextTree = readonly Block[];

export type Block =
  | { type: 'p'; children: readonly Inline[] }
  | { type: 'ul'; items: readonly TextTree[] }
  | { type: 'ol'; items: readonly TextTree[] };

export type Inline =
  | { type: 'text'; text: string }
  | { type: 'strong'; children: readonly Inline[] }
  | { type: 'em'; children: readonly Inline[] }
  /** `href` is https: or mailto: only. */
  | { type: 'link'; href: string; children: readonly Inline[] };

/** The three texts an officer supplies for a measure and period. */
export type CommentaryPart = 'context' | 'actions' | 'intervention';

export interface CommentaryText {
  tree: TextTree;
  /** What was typed or imported, byte for byte. */
  raw: string;
  /** Declared, never guessed. */
  format: 'plain' | 'markdown' | 'html';
}

/** A number with its noun. @example counted(1, 'measure') // '1 measure' @example counted(3, 'person', 'people') // '3 people' */
export const counted = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

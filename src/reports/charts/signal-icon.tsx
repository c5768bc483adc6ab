import { renderToString } from 'preact-render-to-string';
import type { Assurance, AssuranceMark, Variation, VariationMark } from '../model/charts/signal-marks.ts';
import { assurancePaths, iconBox, variationPaths } from './signal-icon-paths.ts';
import { wellFormedXml } from './well-formed-xml.ts';

interface IconProps {
  /** The text alternative. Without one the icon is hidden: its words must stand beside it. */
  title?: string | undefined;
  /** Width and height in pixels. */
  size?: number | undefined;
}

function Icon({ d, title, size = iconBox }: IconProps & { d: string }) {
  const frame = {
    xmlns: 'http://www.w3.org/2000/svg',
    class: 'signal-icon',
    viewBox: `0 0 ${iconBox} ${iconBox}`,
    width: size,
    height: size,
  };
  const mark = <path fill="currentColor" fill-rule="evenodd" d={d} />;
  return title === undefined ? (
    <svg {...frame} aria-hidden="true">
      {mark}
    </svg>
  ) : (
    <svg {...frame} role="img">
      <title>{title}</title>
      {mark}
    </svg>
  );
}

/** What the latest figure says, as an icon in the colour of the text; nothing where nothing can be said. */
export const VariationIcon = ({
  mark: { icon },
  ...props
}: IconProps & { mark: Pick<VariationMark, 'icon'> }) =>
  icon === null ? null : <Icon d={variationPaths[icon]} {...props} />;

/** Whether the target can be met, as an icon; nothing where nothing can be said. */
export const AssuranceIcon = ({
  mark: { icon },
  ...props
}: IconProps & { mark: Pick<AssuranceMark, 'icon'> }) =>
  icon === null ? null : <Icon d={assurancePaths[icon]} {...props} />;

/** The icons as SVG documents, for formats that take images. */
export const variationSvg = (icon: Variation, props: IconProps = {}): string =>
  wellFormedXml(renderToString(<VariationIcon mark={{ icon }} {...props} />));
export const assuranceSvg = (icon: Assurance, props: IconProps = {}): string =>
  wellFormedXml(renderToString(<AssuranceIcon mark={{ icon }} {...props} />));

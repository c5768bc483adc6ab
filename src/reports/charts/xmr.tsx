import { headlineOf } from '../model/charts/chart.ts';
import type { ControlChart } from '../model/charts/control-chart.ts';
import { frames } from './drawn.ts';
import { Picture, type PictureProps } from './picture.tsx';
import { xmrGeometry } from './xmr-geometry.ts';

/**
 * A control chart: the series with its mean, limits (faint ones two thirds of the way) and target, each named at its
 * end, and every signal by a shape of its own. Its headline stands above it on the page, its figures in a table beside.
 */
export const XmrImage = ({
  chart,
  layout = 'wide',
  ...props
}: PictureProps & { chart: ControlChart; layout?: keyof typeof frames }) => (
  <Picture
    {...props}
    drawn={xmrGeometry(chart, frames[layout])}
    title={chart.title}
    description={headlineOf(chart)}
  />
);

import type { Assurance, Variation } from '../model/charts/signal-marks.ts';

/** Side of the square that every icon is drawn in. */
export const iconBox = 24;

const square = 'M2,2H22V22H2Z';
const diamond = 'M12,.5 23.5,12 12,23.5 .5,12Z';
const disc = 'M12,1A11,11 0 1 1 12,23A11,11 0 1 1 12,1Z';
const hole = 'M12,3.2A8.8,8.8 0 1 1 12,20.8A8.8,8.8 0 1 1 12,3.2Z';
const up = 'M12,5.6 17.4,11.6H14V18.2H10V11.6H6.6Z';
const down = 'M12,18.4 6.6,12.4H10V5.8H14V12.4H17.4Z';

/**
 * Ours, in the shapes that points have on the chart: a square for the better, a diamond for the worse, a ring where
 * neither way is, each with an arrow for high or low. Usual variation is a wave between two lines. Even-odd filled.
 */
export const variationPaths: Readonly<Record<Variation, string>> = {
  common_cause:
    'M1,3H23V5H1ZM1,19H23V21H1ZM1,13.2C4.5,6.6 8.5,6.6 12,11.4S18.5,14.6 21.4,8.8L23,10.4C19.4,18 14.4,17.4 11,12.9S5.4,9.6 2.8,14.6Z',
  improvement_high: square + up,
  improvement_low: square + down,
  concern_high: diamond + up,
  concern_low: diamond + down,
  neutral_high: disc + hole + up,
  neutral_low: disc + hole + down,
};

const octagon = 'M7.4,1H16.6L23,7.4V16.6L16.6,23H7.4L1,16.6V7.4Z';
const inside = 'M8.3,3.2 3.2,8.3V15.7L8.3,20.8H15.7L20.8,15.7V8.3L15.7,3.2Z';
const tick = 'M10.3,17.6 5.2,12.6 7.1,10.6 10.2,13.6 16.8,6.8 18.8,8.7Z';
const cross = 'M7.9,6 12,10.1 16.1,6 18,7.9 13.9,12 18,16.1 16.1,18 12,13.9 7.9,18 6,16.1 10.1,12 6,7.9Z';
const half = 'M12,1A11,11 0 1 1 12,23A11,11 0 1 1 12,1ZM12,3.2A8.8,8.8 0 1 0 12,20.8Z';

/** A solid disc with a tick; an outlined octagon with a cross; a disc of which half is filled, for now and then. */
export const assurancePaths: Readonly<Record<Assurance, string>> = {
  pass: disc + tick,
  fail: octagon + inside + cross,
  inconsistent: half,
};

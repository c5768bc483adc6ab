/** Months from April 2022 on with figures as texts; null is missing. */
export const months = (figures: readonly (string | null)[]) =>
  figures.map((text, at) => {
    const month = 3 + at;
    const [year, number] = [2022 + Math.floor(month / 12), month % 12];
    return {
      date: `${year}-${String(number + 1).padStart(2, '0')}-01`,
      label: `${NAMES[number]} ${year}`,
      text,
    };
  });

const NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Tenths of the reach, in an order that neither trends nor repeats soon: its length has no common factor with a year. */
const STEPS = [0, 1, -9, 7, 4, -3, 3, -8, 2, 9, -4, 5, -10, -2, 8, -6, 6, -1, -7, 10, -5];

/** Whole figures around a middle, the same every time. @example wobbling(4, 60, 10) // ['60', '61', '51', '67'] */
export const wobbling = (count: number, middle: number, reach: number): string[] =>
  Array.from({ length: count }, (_, at) => {
    const tenths = reach * (STEPS[at % STEPS.length] ?? 0);
    return String(middle + (tenths - (tenths % 10)) / 10);
  });

import type { MeasureSignal } from './signal.ts';

/**
 * What somebody who approves a figure should ask, by what the control chart says; empty where it says nothing to ask about.
 *
 * @param forecastMeets whether the year-end forecast is judged to meet its target; null where it is not judged
 * @example signalChecks(signal, true)
 * // ['The forecast meets its target, but as the service now runs the target is unlikely to be met. What will change?']
 */
export function signalChecks(
  { variation, assurance }: Pick<MeasureSignal, 'variation' | 'assurance'>,
  forecastMeets: boolean | null,
): string[] {
  const checks: string[] = [];
  if (variation.icon?.startsWith('concern')) {
    checks.push('It has got worse by more than usual variation explains. Does the context say why?');
  }
  if (variation.icon?.startsWith('improvement')) {
    checks.push('It has got better by more than usual variation explains. Does the context say why?');
  }
  if (assurance.icon === 'fail' && forecastMeets === true) {
    checks.push(
      'The forecast meets its target, but as the service now runs the target is unlikely to be met. What will change?',
    );
  }
  if (assurance.icon === 'pass' && forecastMeets === false) {
    checks.push(
      'The forecast misses its target, but as the service now runs the target is likely to be met. What will change?',
    );
  }
  return checks;
}

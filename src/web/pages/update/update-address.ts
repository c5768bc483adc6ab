import type { UpdateView } from '../../../workflow/queries/update-view.ts';
import { measureAddress, periodAddress } from '../../addresses.ts';

export const updateAddress = ({ line, period }: Pick<UpdateView, 'line' | 'period'>): string =>
  `/update/${periodAddress(period.code)}/${measureAddress(line.code)}`;

import { NoSuchView } from './components/as-known/as-known.tsx';
import { pageAnswer } from './frame.tsx';
import type { Answer, Asked } from './route.ts';

/** The answer to a day that is none, or to figures as published where nothing was. */
export const noSuchView = (asked: Asked, no: { problem: string; typed: string }, address: string): Answer =>
  pageAnswer(
    asked,
    { title: 'Figures as they were known', hasErrors: true },
    <NoSuchView {...no} address={address} />,
    400,
  );

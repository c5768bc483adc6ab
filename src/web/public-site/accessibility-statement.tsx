import type { ComponentChildren } from 'preact';
import type { Contact } from '../../domain/organisation/contact.ts';

interface StatementProps {
  authority: { name: string };
  contact: Contact | null;
  /** Said where nobody is set, to those alone who work here. */
  unset?: ComponentChildren;
}

/** What was tested of accessibility, and what was not; after the model statement of the UK government. */
export const AccessibilityStatement = ({ authority, contact, unset }: StatementProps) => (
  <>
    <h1 class="govuk-heading-l">Accessibility statement</h1>
    <p class="govuk-body">
      This statement is about the performance pages and published reports of {authority.name}. We want as many
      people as possible to be able to use them. You should be able to:
    </p>
    <ul class="govuk-list govuk-list--bullet">
      <li>zoom in up to 400% without text spilling off the screen</li>
      <li>change colours, contrast and spacing with your browser or device</li>
      <li>do everything with a keyboard alone, and without scripts</li>
      <li>read and listen to every page and report with a screen reader</li>
      <li>read a status without seeing its colour: each has a word and a shape as well</li>
    </ul>
    <h2 class="govuk-heading-m">Compliance status</h2>
    <p class="govuk-body">
      This website was built to meet the{' '}
      <a class="govuk-link" href="https://www.w3.org/TR/WCAG22/">
        Web Content Accessibility Guidelines version 2.2
      </a>
      , level AA. It is partially compliant until somebody independent of its makers has tested it, and
      because of what is listed below.
    </p>
    <h2 class="govuk-heading-m">What is not accessible, or not known to be</h2>
    <ul class="govuk-list govuk-list--bullet">
      <li>Nobody who uses assistive technology every day has tested these pages yet.</li>
      <li>
        PDF files are made to the standard PDF/UA-1 and checked by program. Wide tables in them are easier to
        read in the web page of the same report, which has all that the PDF has.
      </li>
      <li>
        Word and Excel files have headings and repeated header rows, but no program has checked them against a
        standard.
      </li>
      <li>CSV and JSON files are for programs. The same figures are in the web page.</li>
      <li>Texts written by services may use words that need explaining.</li>
    </ul>
    <h2 class="govuk-heading-m">How these pages were tested</h2>
    <p class="govuk-body">
      Programs test the pages and the published reports each time the software is changed: against rules drawn
      from the guidelines, for valid HTML, for contrast, and in a browser at 320 and 1280 pixels wide. Such
      tests find some barriers, not all of them.
    </p>
    <h2 class="govuk-heading-m">Feedback and contact</h2>
    <p class="govuk-body">
      If you find a barrier, or need a report in another format such as large print, easy read, audio or
      braille, contact {authority.name} and ask for the performance team. Say which page you were on, and what
      you need.
    </p>
    {contact === null ? unset : <Ways contact={contact} />}
    <h2 class="govuk-heading-m">Enforcement procedure</h2>
    <p class="govuk-body">
      The Equality and Human Rights Commission (EHRC) is responsible for enforcing the Public Sector Bodies
      (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018. If you are not happy with how
      we respond to your complaint,{' '}
      <a class="govuk-link" href="https://www.equalityadvisoryservice.com/">
        contact the Equality Advisory and Support Service (EASS)
      </a>
      .
    </p>
  </>
);

/** Each way to reach them, as a link where there is one. */
const Ways = ({ contact: { address, email, telephone } }: { contact: Contact }) => (
  <ul class="govuk-list govuk-list--bullet">
    {email === '' ? null : (
      <li>
        E-mail:{' '}
        <a class="govuk-link ot-pre" href={`mailto:${email}`}>
          {email}
        </a>
      </li>
    )}
    {telephone === '' ? null : (
      <li>
        Telephone:{' '}
        <a class="govuk-link ot-pre" href={`tel:${dialled(telephone)}`}>
          {telephone.replaceAll(' ', '\u00a0')}
        </a>
      </li>
    )}
    {address === '' ? null : <li class="ot-pre">{`Address: ${address}`}</li>}
  </ul>
);

/** What a telephone dials: without spaces, brackets and the extension. */
const dialled = (telephone: string): string => telephone.replace(/(?:ext|x).*$/i, '').replace(/[^\d+]/g, '');

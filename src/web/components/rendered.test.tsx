import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { Again, bytesOf, Rendered } from './rendered.tsx';

const part = (text: string) => Rendered.of(<p>{text}</p>);

it('gives the same page as bytes and as text, its parts in their places', () => {
  const inner = part('“Größe” & <b>');
  const outer = Rendered.of(
    <section>
      <Again part={inner} />
    </section>,
  );
  const page = () => (
    <main>
      <Again part={outer} />
      £5
      <Again part={inner} />
      <Again part={Rendered.joined([inner, part('')])} />
    </main>
  );
  const text = renderToString(page());
  expect(text.match(/“Größe” &amp; &lt;b>/g)).toHaveLength(3);
  // Twice: a part whose bytes are kept says the same.
  for (let turn = 0; turn < 2; turn++) {
    expect(bytesOf(page(), '<!DOCTYPE html>\n').toString()).toBe(`<!DOCTYPE html>\n${text}`);
  }
});

it('says what its rows say, whichever of them were joined before', () => {
  const rows = Array.from({ length: 130 }, (_, at) => part(`row ${at}`));
  const words = (list: readonly Rendered[]) => list.map(({ markup }) => markup).join('');
  const other = rows.with(70, part('another'));
  for (const list of [rows, other, rows, rows.slice(0, 120), rows.slice(1), []]) {
    const joined = Rendered.joined(list);
    expect(joined.bytes.toString()).toBe(words(list));
    expect(joined.markup).toBe(words(list));
  }
});

it('leaves what people typed where it is, whatever it looks like', () => {
  const typed = 'e7a1b2c3-0000-4000-8000-000000000000:0;';
  const page = (
    <main title={typed}>
      {typed}
      <Again part={part(typed)} />
    </main>
  );
  expect(bytesOf(page, '').toString()).toBe(renderToString(page));
});

it('makes a part as text while a page is made as bytes', () => {
  const Late = () => <Again part={Rendered.of(<Again part={part('late')} />)} />;
  expect(bytesOf(<Late />, '').toString()).toBe('<div><div><p>late</p></div></div>');
});

it('puts other parts into the same markup every time, wherever that stands', () => {
  const row = Rendered.around(2, ([name, value]) => (
    <tr>
      <th dangerouslySetInnerHTML={name!.within} />
      <td dangerouslySetInnerHTML={value!.within} />
      <td dangerouslySetInnerHTML={name!.within} />
    </tr>
  ));
  const plain = (name: string, value: string) => (
    <tr>
      <th>
        <p>{name}</p>
      </th>
      <td>
        <p>{value}</p>
      </td>
      <td>
        <p>{name}</p>
      </td>
    </tr>
  );
  for (const [name, value] of [
    ['LEI 3', '£5'],
    ['$& <b>', '0; 1;'],
  ] as const) {
    const made = row([part(name), part(value)]);
    expect(made.markup).toBe(renderToString(plain(name, value)));
    expect(bytesOf(<Again part={made} />, '').toString()).toBe(`<div>${made.markup}</div>`);
  }
});

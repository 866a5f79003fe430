import { asOf, editions, sourceAges } from '@azureml-firewall/catalog';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const pages = editions.flatMap(({ sources }) => sources.map(({ date }) => date));

it('tells the date of the newest page', () => {
  expect(asOf).toBe(pages.toSorted().at(-1));
});

it('counts the days from each page to a day, as a calendar does', () => {
  const days = fc.date({ min: new Date('1999-01-01'), max: new Date('2401-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(days, (date) => {
      const on = date.toISOString().slice(0, 10);
      const ages = sourceAges(on).map((one) => one.days);
      expect(ages).toEqual(pages.map((page) => Math.round((Date.parse(on) - Date.parse(page)) / 86_400_000)));
    }),
  );
  expect(sourceAges('2026-03-20').find(({ source }) => source.date === '2026-03-19')?.days).toBe(1);
});

it('refuses what is no day, since a clock is for the caller to read', () => {
  for (const text of ['', 'today', '2026-3-1', '2026-13-01', '2026-00-10', '2026-01-32'])
    expect(() => sourceAges(text)).toThrow(RangeError);
});

import fc from 'fast-check';

import { addDays } from '../../../scoring/core/addDays';
import type { Contract } from '../../../scoring/renewal/Contract';
import { currentTerm } from '../../../scoring/renewal/currentTerm';
import { planRenewals } from '../../../scoring/renewal/planRenewals';
import type { EmittedStage } from '../../../scoring/renewal/RenewalStages';
import { account, contract, portfolio, settings } from './planFixtures';

const FIRST = '2023-06-01';
const LENGTH = 900;
const ZONES = [null, 'Asia/Tokyo', 'America/Los_Angeles', 'Europe/Berlin'];

const calendar = fc.record({
	startsAfter: fc.integer({ min: -400, max: 300 }),
	termMonths: fc.constantFrom(1, 3, 6, 12, 24),
	autoRenew: fc.boolean(),
	noticeDays: fc.option(fc.integer({ min: 0, max: 120 }), { nil: null }),
	stages: fc.uniqueArray(fc.integer({ min: 0, max: 150 }), { minLength: 1, maxLength: 7 }),
	businessDays: fc.boolean(),
	timeZone: fc.constantFrom(...ZONES),
	/** Days between two runs: mostly 1, now and then an outage. */
	gaps: fc.array(fc.oneof({ weight: 8, arbitrary: fc.constant(1) }, fc.integer({ min: 1, max: 80 })), {
		minLength: 20,
		maxLength: 300,
	}),
	hour: fc.integer({ min: 0, max: 23 }),
});
type Calendar = typeof calendar extends fc.Arbitrary<infer Value> ? Value : never;

/** The due days of all stages of all terms, worked out plainly, day by day. */
function expectedDays(plan: Calendar, one: Contract, from: string, to: string): Map<string, string> {
	const days = new Map<string, string>();
	for (let day = from; day <= addDays(to, 200); day = addDays(day, 1)) {
		const term = currentTerm(one, day);
		if (term.endsOn !== day && !(term.number === 0 && day === from)) continue;
		const { startsOn, endsOn } = term;
		if (endsOn === null || startsOn === null) continue;
		const put = (id: string, due: string): void => {
			if (due < startsOn) return;
			let moved = due;
			while (plan.businessDays && [0, 6].includes(new Date(`${moved}T00:00:00Z`).getUTCDay())) {
				moved = addDays(moved, -1);
			}
			if (moved <= to) days.set(`${id}|${endsOn}`, moved);
		};
		for (const stage of plan.stages) put(String(stage), addDays(endsOn, -stage));
		const notice = plan.noticeDays === null ? null : addDays(endsOn, -plan.noticeDays);
		if (notice !== null && plan.autoRenew && notice >= startsOn) put('notice', notice);
	}
	return days;
}

test('over random calendars and outages no stage is said twice and none is skipped', () => {
	fc.assert(
		fc.property(calendar, (plan) => {
			const startsOn = addDays(FIRST, plan.startsAfter);
			const one = contract({
				startsOn,
				endsOn: null,
				signedOn: null,
				termMonths: plan.termMonths,
				autoRenew: plan.autoRenew,
				noticeDays: plan.noticeDays,
			});
			const stages = {
				rules: [
					...plan.stages.map((days) => ({ id: String(days), counts: 'end' as const, daysBefore: days })),
					{ id: 'notice', counts: 'notice' as const, daysBefore: 0 },
				],
				businessDays: plan.businessDays,
				holidays: new Set<string>(),
				monthToMonth: true,
				catchUpDays: 90,
			};
			const accounts = new Map([['techcorp', account({ timeZone: plan.timeZone })]]);
			const emitted: EmittedStage[] = [];
			const saidOn = new Map<string, string>();
			let day = FIRST;
			let lastDay = day;
			for (const gap of [0, ...plan.gaps]) {
				day = addDays(day, gap);
				if (day > addDays(FIRST, LENGTH)) break;
				const asOf = `${day}T${String(plan.hour).padStart(2, '0')}:30:00.000Z`;
				const using = settings({ asOf, stages });
				const [result] = planRenewals(portfolio({ contracts: [one], accounts, emitted }), using);
				lastDay = result?.today.day ?? day;
				for (const { id, endsOn, dueOn, late } of result?.crossings ?? []) {
					const key = `${id}|${endsOn}`;
					expect(saidOn.has(key)).toBe(false);
					expect(dueOn <= lastDay).toBe(true);
					expect(late).toBe(dueOn < lastDay);
					saidOn.set(key, dueOn);
					emitted.push({ contractId: 'C-1', stage: id, endsOn });
				}
			}
			// What was due before the first run minus the catch-up is nobody's business any more.
			const oldest = addDays(FIRST, -90);
			for (const [key, due] of expectedDays(plan, one, startsOn, lastDay)) {
				const endsOn = key.split('|')[1] as string;
				if (endsOn < addDays(oldest, 3)) continue;
				expect([key, saidOn.get(key)]).toEqual([key, due]);
			}
		}),
		{ numRuns: 40 },
	);
});

test('after an outage over several stages all are said, and only the newest asks for work', () => {
	const [plan] = planRenewals(portfolio(), settings({ asOf: '2025-03-20' }));
	expect(plan?.crossings.map(({ id, late, superseded }) => [id, late, superseded])).toEqual([
		['90', true, true],
		['60', true, true],
		['30', true, true],
		['14', true, false],
	]);
});

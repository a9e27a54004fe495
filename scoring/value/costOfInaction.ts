import { currencyExponent } from '../core/currencyExponent';
import type { Issue, Outcome } from '../core/issue';
import { roundHalfUp } from '../core/roundHalfUp';
import { evaluateFormula } from '../measures/ledger/evaluateFormula';
import type { Formula } from '../measures/ledger/Formula';
import type { ComponentCost, InactionComponent, InactionCost, InactionModel, TornadoBar } from './Inaction';
import { parseFormula } from '../measures/ledger/parseFormula';

type Values = Readonly<Record<string, number>>;
type Read = InactionComponent & { readonly parsed: Formula };

const LONGEST_MONTHS = 600;

/**
 * What it costs to go on as before: the sum over the months of waiting of every component's formula, growing by `growth_rate` from year to year
 * (a step every 12 months; a part month counts in part). Components and total are whole minor units, and the components sum to the
 * total. A component whose assumption is not known is left out and named; it does not count as 0. The tornado moves one assumption at
 * a time to its low and high end.
 *
 * @example
 * costOfInaction({ components: [{ id: 'labour', label: 'Labour', formula: 'hours * rate' }], assumptions: [{ name: 'hours', label: 'Hours', base: 10, low: 8, high: 15, source: null }, { name: 'rate', label: 'Rate', base: 50, low: null, high: null, source: null }, { name: 'months', label: 'Months', base: 6, low: null, high: null, source: null }], currency: 'USD' }).value.tornado[0].swingMinor
 * // => 210000
 */
export function costOfInaction(model: InactionModel): Outcome<InactionCost> {
	const issues: Issue[] = model.assumptions.filter(isDisordered).map(({ name, low, base, high }) => ({
		code: 'assumption-range',
		path: name,
		message: `'${name}': low ${low ?? '-'}, base ${base ?? '-'}, high ${high ?? '-'} are not in order.`,
		remedy: 'Enter low at most base, and high at least base.',
		severity: 'error',
	}));
	const base: Record<string, number> = { growth_rate: 0 };
	for (const assumption of model.assumptions)
		if (assumption.base !== null) base[assumption.name] = assumption.base;
	const ends = model.assumptions.flatMap(({ name, low, high }) => (name === 'months' ? [low, high] : []));
	for (const months of [base.months ?? NaN, ...ends])
		if (months !== null && !(months >= 0 && months <= LONGEST_MONTHS))
			issues.push({
				code: 'assumption-months',
				path: 'months',
				message: `'months' is ${Number.isNaN(months) ? 'missing' : months}.`,
				remedy: `Enter the months of waiting, 0 to ${LONGEST_MONTHS}.`,
				severity: 'error',
			});

	const leftOut: Issue[] = [];
	const read: Read[] = [];
	for (const component of model.components) {
		const parsed = parseFormula(component.formula, component.id);
		if (!parsed.ok) {
			issues.push(...parsed.issues);
			continue;
		}
		const tried = evaluateFormula(parsed.value, base, component.id);
		if (tried.ok) read.push({ ...component, parsed: parsed.value });
		else leftOut.push(...tried.issues.map((issue): Issue => ({ ...issue, severity: 'warning' })));
	}
	if (issues.length > 0) return { ok: false, issues };

	const { currency } = model;
	const components = read.map((component) => costOf(component, base, currency));
	const total = (values: Values): number =>
		read.reduce((sum, component) => sum + costOf(component, values, currency).totalMinor, 0);
	const used = new Set(['months', 'growth_rate', ...read.flatMap(({ parsed }) => parsed.inputs)]);
	const tornado = model.assumptions
		.flatMap(({ name, label, low, high, base: middle }): TornadoBar[] => {
			if (middle === null || (low === null && high === null) || !used.has(name)) return [];
			const [from, to] = [low ?? middle, high ?? middle];
			const [atLowMinor, atHighMinor] = [total({ ...base, [name]: from }), total({ ...base, [name]: to })];
			const swingMinor = Math.abs(atHighMinor - atLowMinor);
			return [{ name, label, low: from, high: to, atLowMinor, atHighMinor, swingMinor }];
		})
		.sort((a, b) => b.swingMinor - a.swingMinor || (a.name < b.name ? -1 : 1));
	const at = (lowest: boolean): Values => ({
		...base,
		...Object.fromEntries(
			tornado.map((bar) => [bar.name, bar.atLowMinor <= bar.atHighMinor === lowest ? bar.low : bar.high]),
		),
	});
	const none = read.length === 0;
	const months = base.months ?? 0;
	const price = base.solution_cost_per_year;
	const solutionMinor = price === undefined ? null : toMinor((price * months) / 12, currency);
	const totalMinor = none ? null : total(base);
	return {
		ok: true,
		value: {
			components,
			totalMinor,
			lowMinor: none ? null : total(at(true)),
			highMinor: none ? null : total(at(false)),
			tornado,
			solutionMinor,
			netMinor: totalMinor === null || solutionMinor === null ? null : totalMinor - solutionMinor,
			months,
			leftOut,
		},
		warnings: leftOut,
	};
}

function isDisordered({ low, base, high }: InactionModel['assumptions'][number]): boolean {
	if (base === null) return low !== null && high !== null && low > high;
	return (low !== null && low > base) || (high !== null && high < base);
}

function costOf({ id, label, formula, parsed }: Read, values: Values, currency: string): ComponentCost {
	const result = evaluateFormula(parsed, values, id);
	const monthly = result.ok ? result.value : NaN;
	return {
		id,
		label,
		formula,
		monthlyMinor: toMinor(monthly, currency),
		totalMinor: toMinor(monthly * grownMonths(values.months ?? 0, values.growth_rate ?? 0), currency),
	};
}

/** Months, each weighed by the growth up to its year. */
function grownMonths(months: number, growthRate: number): number {
	let sum = 0;
	let factor = 1;
	for (let left = months; left > 0; left -= 12) {
		sum += Math.min(12, left) * factor;
		factor *= 1 + growthRate;
	}
	return sum;
}

function toMinor(major: number, currency: string): number {
	let units = 1;
	for (let digit = currencyExponent(currency); digit > 0; digit--) units *= 10;
	return roundHalfUp(major * units);
}

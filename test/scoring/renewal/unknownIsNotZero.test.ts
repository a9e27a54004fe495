import { buildStructure } from '../../../scoring/renewal/buildStructure';
import { measureAccuracy } from '../../../scoring/renewal/measureAccuracy';

type Scored = Parameters<typeof measureAccuracy>[0][number];
type StructureInput = Parameters<typeof buildStructure>[0];

const groupsOf = (horizonDays: number | null) => {
	const row = {
		scope: 'month:2025-03/weighted',
		category: 'weighted',
		currency: 'USD',
		status: 'scored',
		horizonDays,
		amount_minor: 90,
		actual_minor: 100,
		errorMinor: -10,
		inside80: true,
	} as unknown as Scored;
	return measureAccuracy([row], [], { asOfOn: '2025-12-31', graceDays: 30, rates: [] }).map(
		({ group }) => group,
	);
};

test('a forecast of which nobody knows how far ahead it looked counts in no horizon', () => {
	expect(groupsOf(80)).toContain('horizon');
	expect(groupsOf(null)).toEqual(['all']);
});

test('a price that holds for quantities is not taken where a quantity is not known', () => {
	const line = { productId: 'seats', unitPriceMinor: 100, currency: 'USD', arrMinor: 1000 };
	const proposed = (other: number | null) =>
		buildStructure({
			amount: {
				arrMinor: 2000,
				currency: 'USD',
				lines: [
					{ ...line, quantity: 10 },
					{ ...line, quantity: other },
				],
			},
			upliftRate: null,
			expansions: [],
			probability: null,
			tier: null,
			prices: [
				{
					productId: 'seats',
					tier: '1-15',
					metric: null,
					currency: 'USD',
					validFromOn: null,
					validToOn: null,
					unitPriceMinor: 150,
				},
			],
			reprice: true,
			renewalOn: '2025-04-01',
			rates: [],
		} as unknown as StructureInput)?.proposedMinor;
	expect(proposed(5)).toBe(2000 + 15 * 50);
	expect(proposed(null)).toBe(2000);
});

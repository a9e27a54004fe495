import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { Issue } from '../../../scoring/core/issue';
import { judgePropensity } from '../../../scoring/expansion/judgePropensity';
import type { ExpansionCase } from './ExpansionCase';
import { openModels } from './openModel';

/** What a trained model says, or why it is not asked. */
export interface Propensity {
	/** Probability of expanding, 0 to 1, by account id; empty: base rates are used. */
	readonly byAccount: ReadonlyMap<string, number>;
	readonly modelId: string | null;
	/** One sentence: which is used and why. */
	readonly words: string;
}

/**
 * Probabilities of the newest model of expansion among rows of cs_models, only where it beats the base rate on rows it had not seen; else base rates are
 * used, and the words say why. A model that cannot be read or does not fit these accounts stops nothing.
 */
export async function learnPropensity(
	context: IExecuteFunctions,
	rows: readonly IDataObject[],
	cases: readonly ExpansionCase[],
): Promise<Propensity> {
	const rates = (words: string): Propensity => ({ byAccount: new Map(), modelId: null, words });
	if (rows.length === 0) return rates(judgePropensity(null).words);
	const opened = openModels(rows);
	if (!opened.ok) return rates(`Base rates are used: ${faultOf(opened.issues)}`);
	const verdicts = opened.value.map((model) => ({ model, ...judgePropensity(model) }));
	// A model of churn beside it, as the whole table holds it, hides none of expansion.
	const chosen = verdicts.find(({ aboutGrowth }) => aboutGrowth) ?? verdicts[0];
	if (chosen === undefined || !chosen.useModel) return rates((chosen ?? judgePropensity(null)).words);
	const { model, words } = chosen;
	const predicted = await model.predict(context, cases);
	if (!predicted.ok)
		return rates(
			`Base rates are used, the model ${model.modelId} does not fit: ${faultOf(predicted.issues)}`,
		);
	const byAccount = new Map<string, number>();
	for (const [row, { accountId }] of cases.entries()) {
		const probability = predicted.value[row];
		if (probability !== undefined && Number.isFinite(probability)) byAccount.set(accountId, probability);
	}
	return { byAccount, modelId: model.modelId, words };
}

function faultOf([first]: readonly Issue[]): string {
	return first === undefined ? 'the model could not be read.' : `${first.message}. ${first.remedy}.`;
}

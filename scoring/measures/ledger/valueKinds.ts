import { ENUMS } from '../../core/enums';

/** Every kind of entry in the value ledger. */
export const LEDGER_KINDS: readonly string[] = ENUMS.get('cs_value_ledger.kind') ?? [];

/** Kinds that are value which came: together they are the value of an account. */
export const VALUE_KINDS: readonly string[] = ['direct', 'operational', 'strategic'];

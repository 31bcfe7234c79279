import { loadTrial } from '../../shell/storage/trialRecord.ts';
import { useRead } from './useStored.ts';

/** The record of the trial, kept up to date; null until it is loaded. */
export const useTrialRecord = () => useRead(loadTrial, 'trial');

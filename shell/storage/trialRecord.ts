import { TRIAL, type TrialRecord } from '../../core/trial/trial.ts';
import { changeRecord, loadRecord } from './pageRecords.ts';

const KEY = 'trial';

export const loadTrial = () => loadRecord(KEY, TRIAL);

export const changeTrial = (change: (record: TrialRecord) => TrialRecord) =>
  changeRecord(KEY, TRIAL, change);

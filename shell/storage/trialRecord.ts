import { TRIAL, type TrialRecord } from '../../core/trial/trial.ts';
import { loadRecord } from './loadRecord.ts';
import { changeRecord } from './pageRecords.ts';

const KEY = 'trial';

export const loadTrial = () => loadRecord(KEY, TRIAL);

export const changeTrial = (change: (record: TrialRecord) => TrialRecord) =>
  changeRecord(KEY, TRIAL, change);

/**
 * The studies behind the sentences. The abstract of each was read. A DOI or an address is given only if it
 * was seen. The popup loads this file when an article unfolds, so import only its type elsewhere.
 */
export interface Source {
  /** Names, year and journal as in the literature, in every language. */
  citation: string;
  doi?: string;
  /** For sources without a DOI. */
  url?: string;
}

export const SOURCES = {
  // The ideas came from these two. Neither quotes a study, and neither is evidence.
  article1: {
    citation:
      '“How Massage Activates the Parasympathetic Nervous System (and Why That Matters for Healing)”, an article by a massage practice (the idea, not evidence)',
  },
  article2: {
    citation:
      'A text on how gentle massage helps one to relax, with five links to spas and clinics (the idea, not evidence)',
  },

  albulescu2022: {
    citation: 'Albulescu et al. (2022). PLoS ONE 17:e0272460',
    doi: '10.1371/journal.pone.0272460',
  },
  bailey2006: {
    citation: 'Bailey & Konstan (2006). Computers in Human Behavior 22:685–708',
    doi: '10.1016/j.chb.2005.12.009',
  },
  balban2023: {
    citation: 'Balban et al. (2023). Cell Reports Medicine 4:100895',
    doi: '10.1016/j.xcrm.2022.100895',
  },
  bello2008: {
    citation: 'Bello et al. (2008). Journal of Alternative and Complementary Medicine 14:387–394',
    doi: '10.1089/acm.2007.0660',
  },
  berntson1991: {
    citation: 'Berntson, Cacioppo & Quigley (1991). Psychological Review 98:459–487',
  },
  birdee2023: {
    citation: 'Birdee et al. (2023). Complementary Therapies in Medicine 73:102937',
    doi: '10.1016/j.ctim.2023.102937',
  },
  crane2012: {
    citation: 'Crane et al. (2012). Science Translational Medicine 4:119ra13',
    doi: '10.1126/scitranslmed.3002882',
  },
  davis2020: {
    citation: 'Davis, Alabed & Chico (2020). BMJ Open Sport & Exercise Medicine 6:e000614',
    doi: '10.1136/bmjsem-2019-000614',
  },
  diego2009: {
    citation: 'Diego & Field (2009). International Journal of Neuroscience 119:630–638',
    doi: '10.1080/00207450802329605',
  },
  dreisoerner2021: {
    citation: 'Dreisoerner et al. (2021). Comprehensive Psychoneuroendocrinology 8:100091',
    doi: '10.1016/j.cpnec.2021.100091',
  },
  eijckelhof2013: {
    citation: 'Eijckelhof et al. (2013). European Journal of Applied Physiology 113:2897–2912',
    doi: '10.1007/s00421-013-2602-2',
  },
  field2005: {
    citation: 'Field et al. (2005). International Journal of Neuroscience 115:1397–1413',
    doi: '10.1080/00207450590956459',
  },
  fincham2023: {
    citation: 'Fincham, Strauss, Montero-Marin & Cavanagh (2023). Scientific Reports 13:432',
    doi: '10.1038/s41598-022-27247-y',
  },
  fincham2023b: {
    citation: 'Fincham et al. (2023), the trial with 400 people. Scientific Reports 13',
    doi: '10.1038/s41598-023-49279-8',
  },
  hinds2004: {
    citation: 'Hinds et al. (2004). Medicine & Science in Sports & Exercise 36:1308–1313',
  },
  hopper2019: {
    citation:
      'Hopper, Murray, Ferrara & Singleton (2019). JBI Database of Systematic Reviews and Implementation Reports 17:1855–1876',
    doi: '10.11124/JBISRIR-2017-003848',
  },
  huang2025: {
    citation: 'Huang, Chiao & Chien (2025). International Journal of Nursing Studies',
    doi: '10.1016/j.ijnurstu.2024.104936',
  },
  hunter2016: {
    citation: 'Hunter & Wu (2016). Journal of Applied Psychology 101:302–311',
    doi: '10.1037/apl0000045',
  },
  icuSleep2023: {
    citation:
      'Massage and sleep in critically ill patients (2023). Journal of Clinical Nursing 32:4362–4373',
    doi: '10.1111/jocn.16660',
  },
  ingraham: {
    citation: 'Ingraham. Why drink water after massage? PainScience.com, a review article',
    url: 'https://www.painscience.com/articles/drinking-water-after-massage.php',
  },
  iqbal2008: {
    citation: 'Iqbal & Bailey (2008). CHI 2008:93–102',
    doi: '10.1145/1357054.1357070',
  },
  johnson2023: {
    citation: 'Johnson & Rosenfield (2023). Optometry and Vision Science 100:52–56',
    doi: '10.1097/opx.0000000000001971',
  },
  kang2019: {
    citation: 'Kang & Kurtzberg (2019). Journal of Behavioral Addictions 8:395–403',
    doi: '10.1556/2006.8.2019.21',
  },
  koteles2024: {
    citation: 'Köteles et al. (2024). Biological Psychology 193:108957',
    doi: '10.1016/j.biopsycho.2024.108957',
  },
  kuula2020: {
    citation: 'Kuula et al. (2020). Scientific Reports 10:7427',
    doi: '10.1038/s41598-020-64218-7',
  },
  laborde2019: {
    citation: 'Laborde, Hosang, Mosley & Dosseville (2019). Journal of Clinical Medicine 8:193',
    doi: '10.3390/jcm8020193',
  },
  laborde2021: {
    citation: 'Laborde et al. (2021). Sustainability 13:7775',
    doi: '10.3390/su13147775',
  },
  laborde2022: {
    citation: 'Laborde et al. (2022). Neuroscience & Biobehavioral Reviews 138:104711',
    doi: '10.1016/j.neubiorev.2022.104711',
  },
  lally2010: {
    citation:
      'Lally, van Jaarsveld, Potts & Wardle (2010). European Journal of Social Psychology 40:998–1009',
    doi: '10.1002/ejsp.674',
  },
  liao2016: {
    citation: 'Liao, Chen, Wang & Tsai (2016). Journal of Cardiovascular Nursing 31:73–83',
    doi: '10.1097/JCN.0000000000000217',
  },
  loken2009: {
    citation: 'Löken et al. (2009). Nature Neuroscience 12:547–548',
    doi: '10.1038/nn.2312',
  },
  luger2019: {
    citation:
      'Luger, Maher, Rieger & Steinhilber (2019). Cochrane Database of Systematic Reviews, CD012886',
    doi: '10.1002/14651858.CD012886.pub2',
  },
  lundberg1994: {
    citation: 'Lundberg et al. (1994). International Journal of Behavioral Medicine 1(4)',
    doi: '10.1207/s15327558ijbm0104_5',
  },
  ma2017: {
    citation: 'Ma et al. (2017). Frontiers in Psychology 8:874',
    doi: '10.3389/fpsyg.2017.00874',
  },
  mak2024: {
    citation: 'Mak et al. (2024). JAMA Network Open 7:e2422259',
    doi: '10.1001/jamanetworkopen.2024.22259',
  },
  marchant2025: {
    citation: 'Marchant et al. (2025). Applied Psychophysiology and Biofeedback',
    doi: '10.1007/s10484-025-09688-z',
  },
  meehan2024: {
    citation: 'Meehan & Shaffer (2024). Applied Psychophysiology and Biofeedback',
    doi: '10.1007/s10484-024-09637-2',
  },
  meier2020: {
    citation: 'Meier et al. (2020). Scientific Reports 10:14774',
    doi: '10.1038/s41598-020-71173-w',
  },
  microRandomized2016: {
    citation: 'Liao et al. (2016), the design. Statistics in Medicine',
    doi: '10.1002/sim.6847',
  },
  morhenn2012: {
    citation: 'Morhenn, Beavin & Zak (2012). Alternative Therapies in Health and Medicine',
    url: 'https://pubmed.ncbi.nlm.nih.gov/23251939/',
  },
  moyer2004: {
    citation: 'Moyer, Rounds & Hannum (2004). Psychological Bulletin 130:3–18',
    doi: '10.1037/0033-2909.130.1.3',
  },
  moyer2011: {
    citation: 'Moyer, Seefeldt, Mann & Jackley (2011). Journal of Bodywork & Movement Therapies',
    doi: '10.1016/j.jbmt.2010.06.001',
  },
  nelson2015: {
    citation: 'Nelson (2015). Journal of the American Society of Hypertension 9:785–793',
    doi: '10.1016/j.jash.2015.07.009',
  },
  noRise: {
    citation: 'A study of 12 people. European Journal of Applied Physiology',
    doi: '10.1007/s00421-003-0979-z',
  },
  packheiser2024: {
    citation: 'Packheiser et al. (2024). Nature Human Behaviour 8:1088–1107',
    doi: '10.1038/s41562-024-01841-8',
  },
  promptedBreaks: {
    citation: 'Prompted slow breathing in the daily life of students (a preprint)',
    doi: '10.31234/osf.io/b9e3g_v1',
  },
  rapaport2010: {
    citation:
      'Rapaport, Schettler & Bresee (2010). Journal of Alternative and Complementary Medicine 16:1079–1088',
    doi: '10.1089/acm.2009.0634',
  },
  russo2017: {
    citation: 'Russo, Santarelli & O’Rourke (2017). Breathe 13:298–309',
    doi: '10.1183/20734735.009817',
  },
  shao2024: {
    citation: 'Shao, Man & Lee (2024). Mindfulness 15:1–18',
    doi: '10.1007/s12671-023-02294-2',
  },
  shoemaker1997: {
    citation:
      'Shoemaker, Tiidus & Mader (1997). Medicine & Science in Sports & Exercise 29:610–614',
    url: 'https://journals.lww.com/acsm-msse/Fulltext/1997/05000/Failure_of_manual_massage_to_alter_limb_blood.4.aspx',
  },
  sripongngam2015: {
    citation: 'Sripongngam et al. (2015). Medical Science Monitor Basic Research 21:216–221',
    doi: '10.12659/MSMBR.894343',
  },
  talens2023: {
    citation: 'Talens-Estarelles et al. (2023). Contact Lens & Anterior Eye 46:101744',
    doi: '10.1016/j.clae.2022.101744',
  },
  trougakos2014: {
    citation: 'Trougakos, Hideg, Cheng & Beal (2014). Academy of Management Journal 57:405–421',
    doi: '10.5465/amj.2011.1072',
  },
  tuina2024: {
    citation: 'Wang et al. (2024). Frontiers in Neurology',
    doi: '10.3389/fneur.2024.1273194',
  },
  valtin2002: {
    citation:
      'Valtin (2002). American Journal of Physiology: Regulatory, Integrative and Comparative Physiology 283:R993–R1004',
    doi: '10.1152/ajpregu.00365.2002',
  },
  vandiest2014: {
    citation: 'Van Diest et al. (2014). Applied Psychophysiology and Biofeedback 39:171–180',
    doi: '10.1007/s10484-014-9253-x',
  },
  vlemincx2010a: {
    citation: 'Vlemincx et al. (2010). Biological Psychology 84:82–87',
    doi: '10.1016/j.biopsycho.2009.09.002',
  },
  vlemincx2010b: {
    citation:
      'Vlemincx, Taelman, Van Diest & Van den Bergh (2010). Physiology & Behavior 101:67–73',
  },
  vlemincx2016: {
    citation: 'A sigh of relief or a sigh to relieve (2016). Physiology & Behavior 165:127–135',
    doi: '10.1016/j.physbeh.2016.07.004',
  },
  waon2018: {
    citation: 'Waongenngarm, Areerak & Janwantanakul (2018). Applied Ergonomics 68:230–239',
  },
  waon2021: {
    citation:
      'Waongenngarm et al. (2021). Scandinavian Journal of Work, Environment & Health 47:306–317',
    doi: '10.5271/sjweh.3949',
  },
  wiltshire2010: {
    citation: 'Wiltshire et al. (2010). Medicine & Science in Sports & Exercise 42:1062–1071',
    doi: '10.1249/MSS.0b013e3181c9214f',
  },
  xiong2015: {
    citation: 'Xiong, Li & Zhang (2015). Journal of Human Hypertension 29:143–151',
    url: 'https://www.nature.com/articles/jhh201452',
  },
} satisfies Record<string, Source>;

export type SourceId = keyof typeof SOURCES;

/** Behind the trial of one person, “Find out for yourself”. */
export const TRIAL_SOURCES: readonly SourceId[] = ['promptedBreaks', 'microRandomized2016'];

/** Where to read a source; null if it has no address. */
export function addressOf(id: SourceId): string | null {
  const { doi, url }: Source = SOURCES[id];
  return doi === undefined ? (url ?? null) : `https://doi.org/${doi}`;
}

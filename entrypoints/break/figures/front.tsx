import { BACK, NAPE, NECK, SHOULDER } from './behind.tsx';
import { Drawn, Glow, Line, Mirrored, Move, Pair, Part, Skin, Smaller } from './drawing.tsx';

/** A person from the front, down to the chest. */

const FACE =
  'M144 124c-10-8-17-23-18-40 1-24 15-38 34-38 19 0 33 14 34 38-1 20-11 38-25 46-5 2-11 2-15 0';
const SKULL = 'M160 46c19 0 33 14 34 38-1 20-13 47-34 47-21 0-33-27-34-47 1-24 15-38 34-38Z';

const Body = () => (
  <>
    <Skin d={SKULL} />
    <Skin d={NECK} />
    <Pair half={() => <Skin d={BACK} />} />
    <Pair half={() => <Line d="M170 184c8-6 18-8 29-6" />} />
  </>
);

export const Heart = () => (
  <>
    <Move to="scale(1.14)" joint="172 230">
      <Glow x={172} y={230} r={84} />
    </Move>
    <Drawn
      draw={() => (
        <>
          <Body />
          <Line d={FACE} />
          <Pair half={() => <Line d={NAPE + SHOULDER} />} />
        </>
      )}
    />
    <Move to="translateY(-1.5px)">
      <Drawn
        draw={() => (
          <>
            <Part d="M82 304c12-20 22-38 35-53 9-10 21-18 33-23 14-6 28-11 40-14 7-2 8 6 3 8 8-2 10 6 3 8 6 0 7 8 0 9 4 2 4 7-3 8-16 4-32 10-44 21-11 11-21 28-31 50" />
            <Line d="M193 222c-9 2-18 5-27 9m30-1c-9 2-19 5-28 10m28 0c-9 0-18 4-26 8" />
            <Part d="M131 238c7-13 18-26 28-34 6-4 10 2 6 6-5 7-10 13-13 18" />
          </>
        )}
      />
    </Move>
  </>
);

/** The head without the line of its jaw where the hands are. */
const Cheeks = () => (
  <>
    <Line d="M128 94c-2-4-2-7-2-10 1-24 15-38 34-38 19 0 33 14 34 38 0 3-1 6-1 10" />
    <Line d="M136 114c5 10 12 15 18 16 4 2 10 2 14 0 6-2 12-8 16-16" />
  </>
);
const BehindArm = () => (
  <Line d="M179 124v14c0 12 8 20 22 26m37 16c6 4 11 10 13 20 2 9 3 19 4 28" />
);
const AtJaw = () => (
  <Move how="orbit" to="2.4px">
    <Part d="M238 306c-10-44-22-92-29-126-3-16-10-30-16-44-4-10-7-20-8-29-2-8 4-12 9-6 6 10 14 20 21 31 8 13 12 26 14 42 9 38 29 88 47 132" />
    <Line d="M188 113c4 9 9 17 14 24m-9-28c5 7 10 14 15 21" />
  </Move>
);
const JawLight = () => <Glow x={189} y={104} r={29} />;

export const Jaw = () => (
  <>
    <Pair half={JawLight} />
    <Drawn
      draw={() => (
        <>
          <Body />
          <Cheeks />
          <Pair half={BehindArm} />
          <Pair half={AtJaw} />
        </>
      )}
    />
  </>
);

/** The light goes to the other side as well. */
export const JawOneHand = () => (
  <>
    <JawLight />
    <Mirrored>
      <Move how="comes">
        <JawLight />
      </Move>
    </Mirrored>
    <Drawn
      draw={() => (
        <>
          <Body />
          <Cheeks />
          <Line d="M136 114c-5-6-7-13-8-20" />
          <BehindArm />
          <AtJaw />
          <Mirrored>
            <Line d={NAPE + SHOULDER} />
          </Mirrored>
        </>
      )}
    />
  </>
);

const OnScalp = () => (
  <>
    <Line d="M179 124v14c0 14 11 22 29 28 9 3 16 6 23 8" />
    <Move how="orbit" to="2.6px">
      <Line d="M254 216c3 26 4 54 5 84" />
      <Part d="M232 174c18-3 29-9 35-19-9-21-22-43-34-61-8-8-19-12-29-14-6 1-10 0-11-4-4-4-2-8 2-8-8 0-11-6-8-10-7 0-10-6-6-9-6-2-8-8-2-10 13-2 29 3 43 15 12 9 20 16 26 24 16 20 35 48 47 68 6 11 4 21-4 29-14 15-27 29-37 41" />
      <Line d="M182 49c8 0 16 2 24 7m-18 2c7 0 14 2 20 7m-13 2c6 1 11 3 16 6" />
    </Move>
  </>
);
const Chin = () => <Line d="M144 124c-10-8-16-22-18-38m68 0c-2 18-11 36-25 44-5 2-11 2-15 0" />;

export const Scalp = () => (
  <Smaller by={0.94} x={9.6} y={22}>
    <Drawn
      draw={() => (
        <>
          <Body />
          <Line d="M173 48c-4-1-8-2-13-2-5 0-9 1-13 2" />
          <Chin />
          <Pair half={OnScalp} />
        </>
      )}
    />
  </Smaller>
);

/** The other arm hangs. */
export const ScalpOneHand = () => (
  <Smaller by={0.94} x={9.6} y={22}>
    <Drawn
      draw={() => (
        <>
          <Body />
          <Line d="M173 48c-4-1-8-2-13-2-19 0-33 14-34 40" />
          <Chin />
          <OnScalp />
          <Mirrored>
            <Line d={NAPE + SHOULDER} />
          </Mirrored>
        </>
      )}
    />
  </Smaller>
);

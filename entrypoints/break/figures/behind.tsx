import { Drawn, Glow, Line, Mirrored, Move, Pair, Part, Skin, Smaller, Under } from './drawing.tsx';

/** A person from behind, down to the waist. */

const HEAD = 'M131 112c-4-9-6-19-6-29 2-23 16-37 35-37 19 0 34 14 34 37 1 10-1 20-5 29';
const SKULL = `${HEAD}C183 124 175 128 160 128C145 128 137 124 131 112Z`;
export const NECK = 'M141 112v28c-1 13-10 20-29 27h96c-19-7-28-14-29-27v-28Z';
/** The right half of the back. */
export const BACK = 'M160 140h19c1 13 10 20 29 27 24 8 38 15 42 33 4 24 6 50 8 100l-20 20h-80Z';
const EAR = 'M193 97c7-6 10 0 8 6-2 6-6 9-9 8';
export const NAPE = 'M180 124v14c0 14 9 22 27 28';
export const SHOULDER = 'C232 175 246 182 250 200C254 224 256 250 258 300';
const BLADE = 'M222 232c3 16 3 32 0 48';

const Head = () => (
  <>
    <Skin d={SKULL} />
    <Line d={HEAD} />
    <Pair half={() => <Line d={EAR} />} />
  </>
);
const Spine = () => <Line d="M160 200v58" />;
const Half = () => (
  <>
    <Skin d={BACK} />
    <Line d={NAPE + SHOULDER} />
    <Line d={BLADE} />
  </>
);
export const Behind = () => (
  <>
    <Head />
    <Skin d={NECK} />
    <Pair half={Half} />
    <Spine />
  </>
);

const Hand = () => (
  <g transform="matrix(.95 0 0 .82 4 30)">
    <Part d="M81 174c-4 10-6 19-5 27 1 6 10 6 10 0 0 4 1 8 2 10 2 6 10 6 10-1 1 2 1 4 2 6 2 6 10 4 10-2 1 0 1 1 2 2 3 4 10 1 10-6 0-14 2-32 6-48-3-10-15-10-24-6-10 4-19 11-23 18" />
    <Line d="M86 201c1-10 3-20 6-28m6 37c1-15 3-29 6-43m6 46c1-17 3-34 7-50" />
  </g>
);

const ON_SHOULDER = '103 165';
/** From the outer end of the shoulder a little towards the neck. */
const Squeezing = () => (
  <Move how="squeeze" to="translate(14px, -6px)" joint={ON_SHOULDER}>
    <Hand />
  </Move>
);

/** The right hand on the left shoulder, on the top of the muscle, away from the neck. */
export const SqueezeLeft = () => (
  <>
    <Move how="warms" to="translate(14px, -6px)" joint="100 184">
      <Glow x={100} y={184} r={54} />
    </Move>
    <Under cover={Squeezing}>
      <Drawn draw={Behind} />
    </Under>
    <Drawn draw={Squeezing} />
  </>
);
export const SqueezeRight = () => (
  <Mirrored>
    <SqueezeLeft />
  </Mirrored>
);

const RaisedArm = () => (
  <>
    <Skin d="M204 158l26 14 26 40 2 108-60-40Z" />
    <Line d="M256 212c1 28 2 60 2 108m-66-161c5 4 10 6 15 8 8 2.5 15 4 23 5" />
    <Part d="M230 172c10-6 19-14 23-24-13-1-31-1-45 0-12 5-24 9-33 10-6 0-8-4-4-7-7 0-8-6-2-8-6 0-6-8 0-8-4-2-4-8 1-8 8-2 14-3 20-6 8-3 15-5 23-4 23-5 49-6 65 0 11 4 14 15 10 26-7 25-22 49-32 69" />
    <Line d="M170 134c7 0 14-1 20-2m-21 12c8-2 15-3 22-4m-20 12c7-2 13-4 18-5" />
  </>
);

const Raised = () => (
  <>
    <Skin d={BACK} />
    <Line d={BLADE} />
    <Move how="orbit" to="2.4px">
      <RaisedArm />
    </Move>
  </>
);

export const NeckBack = () => (
  <>
    <Glow x={160} y={142} r={56} />
    <Drawn
      draw={() => (
        <>
          <Head />
          <Skin d={NECK} />
          <Pair half={Raised} />
          <Spine />
        </>
      )}
    />
  </>
);

/** The other arm hangs. */
export const NeckOneHand = () => (
  <>
    <Glow x={160} y={142} r={56} />
    <Drawn
      draw={() => (
        <>
          <Head />
          <Skin d={NECK} />
          <Raised />
          <Mirrored>
            <Half />
          </Mirrored>
          <Spine />
        </>
      )}
    />
  </>
);

export const Shoulders = () => (
  <Drawn
    draw={() => (
      <>
        <Head />
        <Skin d={`${NECK}M130 160L114 320H206L190 160Z`} />
        <Pair
          half={() => (
            <>
              <Line d="M180 124v14c0 8 3 14 8 18" />
              <Move how="roll" joint="184 152">
                <Skin d={BACK} />
                <Line d={`M188 156C193 160.5 199 163.5 207 166.5${SHOULDER}`} />
                <Line d={BLADE} />
              </Move>
            </>
          )}
        />
        <Spine />
      </>
    )}
  />
);

/** From the neck over the shoulder to the hand, and back. */
const ARM =
  'M188 156c5 4 11 8 19 10 25 9 39 16 43 34 6 26 9 52 11 82 3 24 9 48 9 78 1 14 6 26 4 42-2 14-6 28-12 28-4 0-4-10-6-20-3-14-2-28-2-42-4-30-14-62-22-96-3-10-5-22-6-34';

export const ArmsHang = () => (
  <Smaller by={0.72} x={44.8} y={6}>
    <Drawn
      draw={() => (
        <>
          <Head />
          <Skin d={NECK} />
          <Spine />
          <Pair
            half={() => (
              <>
                <Skin d="M160 140h19c1 13 10 20 29 27 16 5 28 11 32 23-4 40-18 80-18 120 4 40 10 90 10 130h-74Z" />
                <Line d="M180 124v14c0 8 3 14 8 18" />
                <Line d="M229 252c-8 26-10 52-8 78 3 32 7 60 10 100" />
                <Move to="rotate(2.5deg)" joint="184 152">
                  <Part d={ARM} />
                  <Skin d="M184 153l66 47-22 62-38-22Z" />
                </Move>
              </>
            )}
          />
        </>
      )}
    />
  </Smaller>
);

const CHEEK = 'M194 86c2 5 8 10 7 13 0 2-3 3-4 6 0 7-5 13-13 16';

/** The ear moves to the back or the front of the head; the cheek shows where the face looks. */
const Turned = () => (
  <>
    <Move how="hides">
      <Move how="swing" to="translateX(-27px)" back="translateX(-4px)">
        <Line d={EAR} />
      </Move>
    </Move>
    <Move how="comes">
      <Part d={CHEEK} />
    </Move>
  </>
);

export const TurnHead = () => (
  <Drawn
    draw={() => (
      <>
        <Skin d={NECK} />
        <Pair half={Half} />
        <Spine />
        <Move how="swing" to="translateX(4px)" back="translateX(-4px)">
          <Skin d={SKULL} />
          <Line d={HEAD} />
          <Pair inTurn half={Turned} />
        </Move>
      </>
    )}
  />
);

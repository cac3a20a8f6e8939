import { Canvas, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { BigButton } from '../../../components/BigButton';
import { isWeapp } from '../../../services/platform';
import { type Brush, bare, begin, draw, HIGH, ink, isSigned, pointAt, type Strokes, WIDE } from './ink';
import './agreement.css';

const PAD = 'signature-pad';

type CanvasNode = Pick<HTMLCanvasElement, 'width' | 'height' | 'toDataURL'> & { getContext: (kind: '2d') => Brush | null };

interface Sheet {
  node: CanvasNode;
  brush: Brush;
  /** As it is on the glass; the picture has its own size. */
  width: number;
  height: number;
}

function prepare(node: CanvasNode, width: number, height: number): Sheet | undefined {
  const brush = node.getContext('2d');
  return brush ? { node, brush, width, height } : undefined;
}

/** The web's canvas takes its size from the page whenever it is drawn anew, so the picture's is set each time. */
function paint({ node, brush }: Sheet, strokes: Strokes): void {
  if (node.width !== WIDE) node.width = WIDE;
  if (node.height !== HIGH) node.height = HIGH;
  ink(brush, strokes);
}

/** WeChat gives the canvas by a query, the web by its element. */
function findSheet(onFound: (sheet: Sheet | undefined) => void): void {
  if (!isWeapp) {
    const canvas = document.querySelector<HTMLCanvasElement>(`#${PAD} canvas`);
    const box = canvas?.getBoundingClientRect();
    onFound(canvas && box ? prepare(canvas, box.width, box.height) : undefined);
    return;
  }
  Taro.createSelectorQuery()
    .select(`#${PAD}`)
    .fields({ node: true, size: true }, found => {
      const { node, width, height } = found as unknown as { node?: CanvasNode; width: number; height: number };
      onFound(node ? prepare(node, width, height) : undefined);
    })
    .exec();
}

/** Finger, pen and mouse on the web; WeChat has touches alone. */
function followPointer(element: Element, down: (x: number, y: number) => void, move: (x: number, y: number) => void): () => void {
  let drawing = false;
  const at = (event: PointerEvent, then: (x: number, y: number) => void) => {
    const box = element.getBoundingClientRect();
    then(event.clientX - box.left, event.clientY - box.top);
  };
  const start = (event: Event) => {
    drawing = true;
    at(event as PointerEvent, down);
  };
  const go = (event: Event) => drawing && at(event as PointerEvent, move);
  const stop = () => {
    drawing = false;
  };
  element.addEventListener('pointerdown', start);
  element.addEventListener('pointermove', go);
  window.addEventListener('pointerup', stop);
  return () => {
    element.removeEventListener('pointerdown', start);
    element.removeEventListener('pointermove', go);
    window.removeEventListener('pointerup', stop);
  };
}

type Touches = { touches?: readonly { x: number; y: number }[]; detail?: unknown };

interface Props {
  busy: boolean;
  /** PNG as base64. */
  onSigned: (image: string) => void;
}

/** The strokes on the pad, and what is done with them. */
function useInk() {
  const sheet = useRef<Sheet>();
  const strokes = useRef<Strokes>([]);
  const [signed, setSigned] = useState(false);
  const show = useCallback((next: Strokes) => {
    strokes.current = next;
    if (sheet.current) paint(sheet.current, next);
    setSigned(isSigned(next));
  }, []);
  const put = useCallback(
    (to: typeof begin) => (x: number, y: number) => {
      const { current } = sheet;
      if (current) show(to(strokes.current, pointAt(x, y, current.width, current.height)));
    },
    [show],
  );
  useEffect(() => {
    const find = () =>
      findSheet(found => {
        sheet.current = found;
      });
    // The canvas is there after the next picture.
    const timer = setTimeout(find, 50);
    const canvas = isWeapp ? null : document.querySelector(`#${PAD}`);
    const leave = canvas ? followPointer(canvas, put(begin), put(draw)) : undefined;
    return () => {
      clearTimeout(timer);
      leave?.();
    };
  }, [put]);
  /** The picture as base64; undefined while there is no canvas. */
  const picture = (): string | undefined => {
    const { current } = sheet;
    if (!current) return undefined;
    paint(current, strokes.current);
    return bare(current.node.toDataURL('image/png'));
  };
  return { signed, put, clear: () => show([]), picture };
}

/** Writes one's name with a finger, a pen or the mouse; it can be cleared, and is sent only when there is something. */
export function SignaturePad({ busy, onSigned }: Props) {
  const { signed, put, clear, picture } = useInk();
  const touch = (to: typeof begin) => (event: unknown) => {
    const first = (event as Touches).touches?.[0];
    if (isWeapp && first) put(to)(first.x, first.y);
  };
  const send = () => {
    const image = picture();
    if (image) onSigned(image);
  };
  return (
    <View className="col">
      <View className="pad" aria-label="签名的地方">
        <Canvas
          id={PAD}
          canvasId={PAD}
          type="2d"
          className="pad-canvas"
          disableScroll
          onTouchStart={touch(begin)}
          onTouchMove={touch(draw)}
        />
      </View>
      <View className="t-secondary">用手指在白框里写您的名字，写大一点。</View>
      <BigButton kind="plain" text="写得不好，重写" onPress={clear} />
      <BigButton text="就这样，签字" busy={busy} busyText="正在签…" disabled={!signed} onPress={send} />
    </View>
  );
}

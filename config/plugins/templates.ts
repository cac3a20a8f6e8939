/**
 * What the weapp templates carry. Taro writes every tag sixteen times into base.wxml, with every attribute that WeChat knows but one
 * kind: aria, so that a screen reader would hear nothing but raw text. Here aria is added and what nobody uses is left out.
 * Both happen to the finished templates, after Taro has given short names to its own attributes: that way the runtime, which keeps a
 * second copy of those short names, stays in step.
 */
import type { IPluginContext } from '@tarojs/service';

type Attributes = Record<string, string>;
type Templates = Record<string, Attributes>;
interface Template {
  createMiniComponents(components: Templates): Templates;
}

const STATE = ['role', 'label', 'hidden', 'disabled', 'checked', 'selected', 'expanded', 'live', 'modal'];

/** Which aria attributes each tag carries; the fewer, the smaller base.wxml, where every tag is written sixteen times. */
export const ARIA: Record<string, readonly string[]> = {
  view: STATE,
  'static-view': STATE,
  text: ['role', 'label', 'hidden'],
  'static-text': ['role', 'label', 'hidden'],
  image: ['role', 'label', 'hidden'],
  'static-image': ['role', 'label', 'hidden'],
  button: ['role', 'label', 'disabled'],
  input: ['label'],
  textarea: ['label'],
  picker: ['role', 'label'],
  switch: ['label'],
};

/** Attributes and events that no component of ours uses; add one back by removing it here. */
const UNUSED =
  /^(animation|bindanimation.*|bindtransitionend|safe-password-.*|refresher-.*|bindrefresher.*|bindscroll(start|end)|binddrag.*|min-drag-distance|cache-extent|associative-container|clip|reverse|fast-deceleration|scroll-into-view-.*|enable-passive|bindkeyboard.*|bindnicknamereview|bindselectionchange|always-embed|report-submit.*|send-message-.*|show-message-card|business-id|bindcontact|bindgetrealtimephonenumber|bindlaunchapp|session-from|app-parameter)$/;

const camel = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

function trimmed(templates: Templates): Templates {
  for (const attributes of Object.values(templates)) {
    for (const name of Object.keys(attributes)) if (UNUSED.test(name)) delete attributes[name];
  }
  return templates;
}

function withAria(templates: Templates): Templates {
  for (const [tag, names] of Object.entries(ARIA)) {
    const attributes = templates[tag];
    if (!attributes) continue;
    for (const name of names) attributes[`aria-${name}`] = `i.aria${camel(name)}`;
  }
  return templates;
}

export default (ctx: IPluginContext) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: { template?: Template }) {
      const template = platform.template;
      if (!template) return;
      const original = template.createMiniComponents.bind(template);
      template.createMiniComponents = components => withAria(trimmed(original(components)));
    },
  });
};

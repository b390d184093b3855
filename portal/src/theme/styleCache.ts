import createCache from '@emotion/cache';
import { adoptSheet, dropSheet } from './adoptedSheet';

const cache = createCache({ key: 'shares' });
const EmotionSheet = cache.sheet.constructor as new (options: object) => typeof cache.sheet;

/**
 * Emotion's sheet without style elements. Emotion makes one for the styles of components and, from its constructor, one more
 * for each global style; those come first, so that components may deviate from them.
 */
class AdoptedSheet extends EmotionSheet {
  private readonly place: 'first' | 'last';
  private rules: CSSStyleSheet | undefined;

  constructor(options: { key: string; isOfComponents?: boolean }) {
    super({ ...options, container: document.head, speedy: true });
    this.place = options.isOfComponents ? 'last' : 'first';
  }

  override insert(rule: string): void {
    this.rules ??= adoptSheet(this.place);
    try {
      this.rules.insertRule(rule, this.rules.cssRules.length);
    } catch {
      // A prefix or selector of another browser: a browser that does not know a rule goes without it.
    }
  }

  override flush(): void {
    if (this.rules) dropSheet(this.rules);
    this.rules = undefined;
  }
}

cache.sheet = new AdoptedSheet({ key: cache.key, isOfComponents: true });

export const styleCache = cache;

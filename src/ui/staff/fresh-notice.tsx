import { useWords } from '../context.ts';
import { Icon } from '../icon/icon.tsx';

export interface FreshNoticeProps {
  readonly url: string; // GET, answers {"count": 3}: work that arrived after this page
  readonly reloadHref: string;
}

/** Hidden until new work arrives; then "3 baru, muat ulang". Without script the page is simply reloaded. */
export function FreshNotice({ url, reloadHref }: FreshNoticeProps) {
  const words = useWords().staff;
  return (
    <p class="fresh" role="status" hidden data-module="fresh" data-url={url} data-text={words.fresh}>
      <a class="button button-small" href={reloadHref}>
        <Icon name="refresh" />
        <span />
        {words.reload}
      </a>
    </p>
  );
}

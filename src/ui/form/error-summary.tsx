import { useWords } from '../context.ts';

export interface ErrorLine {
  readonly field?: string | undefined; // id of the control; left out when no single field is meant
  readonly message: string;
  readonly code?: string | undefined; // the name of the mistake, the same on every channel
}
export interface ErrorSummaryProps {
  readonly errors: readonly ErrorLine[];
  readonly title?: string | undefined; // default "Ada 2 yang perlu diperbaiki"
}

/** First thing in `main` after a refused form; the script moves the focus here. Prints nothing without errors. */
export function ErrorSummary({ errors, title }: ErrorSummaryProps) {
  const words = useWords();
  if (errors.length === 0) return null;
  return (
    <div class="summary-bad" role="alert" aria-labelledby="perlu-diperbaiki" tabindex={-1} data-module="error-summary">
      <h2 id="perlu-diperbaiki">{title ?? words.errors.title(errors.length)}</h2>
      <ul>
        {errors.map((line) => (
          <li key={`${line.field}-${line.message}`} data-code={line.code}>
            {line.field ? <a href={`#${line.field}`}>{line.message}</a> : line.message}
          </li>
        ))}
      </ul>
    </div>
  );
}

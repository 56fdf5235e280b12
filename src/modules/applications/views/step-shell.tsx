import type { ComponentChildren } from 'preact';
import { controlId } from '../../../forms/field-view.tsx';
import type { FieldError } from '../../../lib/errors.ts';
import { BackLink, CitizenPage, DraftBar, ErrorSummary, Form, type PageFrame, StepLine } from '../../../ui/index.ts';

export interface StepShellProps {
  readonly frame: PageFrame;
  readonly title: string; // of the browser tab
  readonly service: string;
  readonly action: string;
  readonly back: string;
  readonly step: { readonly index: number; readonly count: number };
  readonly errors: readonly FieldError[];
  readonly multipart?: boolean;
  readonly autosaveUrl?: string | undefined;
  readonly label?: string | undefined; // of the main button
  readonly children: ComponentChildren;
}

/** One step of an application: where one is, the question, go on or continue later. */
export function StepShell(props: StepShellProps) {
  const { frame, errors, step } = props;
  return (
    <CitizenPage
      frame={frame}
      title={`${props.title} · ${props.service}`}
      active="layanan"
      noBottomBar
      errors={errors.length > 0}
      robots="noindex"
    >
      <BackLink href={props.back} />
      <ErrorSummary errors={errors.map((error) => ({ ...error, field: controlId(error.field) }))} />
      <StepLine step={step.index} total={step.count} eyebrow={props.service} />
      <Form action={props.action} multipart={props.multipart} autosaveUrl={props.autosaveUrl}>
        {props.children}
        <DraftBar label={props.label} />
      </Form>
    </CitizenPage>
  );
}

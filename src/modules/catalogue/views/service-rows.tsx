import { Icon, useFrame } from '../../../ui/index.ts';
import { glyphOf } from '../glyphs.ts';
import type { ServiceLine } from '../lines.ts';
import { messagesFor } from '../messages.ts';

/** Services to choose from: name, promise and fee, one line each. */
export function ServiceRows({ services }: { services: readonly ServiceLine[] }) {
  const words = messagesFor(useFrame()?.locale ?? 'id').list;
  return (
    <ul class="rows">
      {services.map((service) => (
        <li key={service.slug}>
          <Icon name={glyphOf(service)} />
          <div>
            <a href={`/layanan/${service.slug}`}>{service.title}</a>
            <p class="small">{service.closed ?? words.row(service.promise, service.fee)}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

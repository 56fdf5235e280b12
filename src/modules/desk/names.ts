// Names of controls: the forms of several steps stand on one page, so a field is called `<step>.<field>`.

export const stepPrefix = (step: string): string => `${step}.`;
export const stepFormId = (step: string): string => `langkah-${step}`;
/** Hidden inputs of this name carry the uploads an earlier try of the form already brought. */
export const keptName = (control: string): string => `_unggahan.${control}`;

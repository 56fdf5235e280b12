export { dossierModule } from './module.ts';
export { countNews, type Dossier, dossierOf } from './service/dossier.ts';
export { DossierBox } from './views/box-view.tsx';

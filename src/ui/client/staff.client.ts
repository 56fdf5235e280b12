import './citizen.client.ts';

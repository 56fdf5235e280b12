// The page on which a developer or a test pays a bill. Plain HTML of the simulated bank, not a page of the city.
import { formatRupiah } from '../../../lib/money/money.ts';
import type { Book, Collectable } from './simulator-book.ts';

export function simulatorPage(book: Book): string {
  const rows = [...book.items].map(([key, item]) => rowOf(key, item)).join('');
  return `<!doctype html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Bank simulasi</title></head><body><h1>Bank simulasi</h1>
<p><strong>Ini simulator untuk pengembangan dan uji. Tidak ada uang yang berpindah.</strong></p>
<table><caption>Tagihan yang dapat dibayar</caption>
<thead><tr><th scope="col">Cara</th><th scope="col">Nomor</th><th scope="col">Jumlah</th><th scope="col">Keadaan</th></tr></thead>
<tbody>${rows || '<tr><td colspan="4">Belum ada tagihan.</td></tr>'}</tbody></table></body></html>`;
}

function rowOf(key: string, item: Collectable): string {
  const pay = `<form method="post" action="/bayar"><input type="hidden" name="key" value="${plain(key)}"><button>Bayar</button></form>`;
  const state = item.paidAt === undefined ? pay : `Lunas ${plain(item.paidAt)}`;
  const way = item.kind === 'qris' ? 'QRIS' : 'Virtual account';
  return `<tr><td>${way}</td><td>${plain(item.number)}</td><td>${formatRupiah(item.amount)}</td><td>${state}</td></tr>`;
}

function plain(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

export const id = {
  told: {
    taken: (who: string, number: string) => `${who} menerima laporan ini dengan nomor ${number}.`,
    said: (who: string, text: string) => `${who}: ${text}`,
    closed: (who: string, text: string | undefined) =>
      text === undefined
        ? `Menurut ${who} laporan ini sudah ditutup.`
        : `Menurut ${who} laporan ini sudah ditutup: ${text}`,
  },
};
export type FederationMessages = typeof id;

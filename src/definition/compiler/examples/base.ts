// A small definition without a single finding. Every example changes one part of it.
export const baseYaml = `
service: contoh
title: {id: Surat keterangan contoh, en: Sample letter}
summary: {id: Surat untuk menguji penyusun definisi., en: A letter to test the compiler.}
sector: kelurahan
channels: [loket, web]
retention: layanan-umum
unit: {kind: kelurahan, route-by: wilayah}
standard:
  legal: [UU 25/2009]
  procedure: [{who: pemohon, text: {id: Isi permohonan., en: Fill in the application.}}]
  promise: {amount: 2, unit: working-days}
  fee: {amount: 0, legal: UU 25/2009}
  product: {id: Surat keterangan, en: Letter}
  hours: {accept: 24-jam, process: jam-kantor}
  confidence: sourced
eligibility:
  - id: tinggal
    ask: {id: tinggal_di_kota, type: yesno, label: {id: "Apakah Anda tinggal di sini?", en: "Do you live here?"}}
    needs: {tinggal_di_kota: {is: true}}
    else: {say: {id: Mintalah di kota tempat Anda tinggal., en: Ask where you live.}, offer: pindah-datang}
form:
  - page: keperluan
    title: {id: Keperluan, en: Purpose}
    fields:
      - id: jenis
        type: choice
        label: {id: Jenis, en: Kind}
        options: [{value: tetap, label: {id: Tetap, en: Permanent}}, {value: sementara, label: {id: Sementara, en: Temporary}}]
      - {id: sejak, type: date, before: today, label: {id: Sejak kapan, en: Since when}, when: {jenis: {is: sementara}}}
  - page: pemohon
    title: {id: Data Anda, en: About you}
    fields:
      - {id: nama, type: name, prefill: profile.nama, label: {id: Nama, en: Name}}
      - {id: wilayah, type: area, prefill: profile.wilayah, label: {id: Kelurahan, en: Kelurahan}}
documents:
  - {id: ktp, label: {id: KTP-el, en: Identity card}, why: {id: Mencocokkan nama., en: To match the name.}, waived-by: Data kependudukan, evidence-of: nama}
clocks:
  - {id: promise, duration: {amount: 2, unit: working-days}}
workflow:
  roles:
    petugas: {title: {id: Petugas, en: Officer}}
    lurah: {title: {id: Lurah, en: Lurah}}
  start: diperiksa
  states:
    diperiksa: {label: {id: Petugas memeriksa, en: An officer checks}, waits-for: petugas, target: {amount: 4, unit: working-hours}}
    perbaikan:
      label: {id: Perlu Anda lengkapi, en: Needs you}
      waits-for: applicant
      lapse: {after: {amount: 14, unit: calendar-days}, to: kedaluwarsa, remind: [7, 1]}
    ditandatangani: {label: {id: Menunggu lurah, en: Waiting for the lurah}, waits-for: lurah}
    terbit: {label: {id: Surat siap diunduh, en: Letter ready}, final: true, status: done}
    ditolak: {label: {id: Ditolak, en: Refused}, final: true, status: refused}
    kedaluwarsa: {label: {id: Berhenti, en: Stopped}, final: true, status: cancelled}
  actions:
    - {do: lengkap, kind: complete, label: {id: Lengkap, en: Complete}, from: [diperiksa], to: ditandatangani, by: [petugas]}
    - do: perbaiki
      kind: correct
      label: {id: Minta dilengkapi, en: Ask}
      from: [diperiksa]
      to: perbaikan
      by: [petugas]
      reasons: [{value: tidak-terbaca, label: {id: Foto tidak terbaca, en: The photo cannot be read}}, {value: kurang, label: {id: Ada yang kurang, en: Something is missing}}]
      message: {id: "Lengkapi: {reason}.", en: "Please complete: {reason}."}
    - {do: kirim, kind: resubmit, label: {id: Kirim, en: Send}, from: [perbaikan], to: back, by: [applicant]}
    - {do: ttd, kind: sign, label: {id: Tanda tangani, en: Sign}, from: [ditandatangani], to: terbit, by: [lurah], effects: [issue-letter], message: {id: Surat siap diunduh., en: Your letter is ready.}}
    - do: tolak
      kind: refuse
      label: {id: Tolak, en: Refuse}
      from: [ditandatangani]
      to: ditolak
      by: [lurah]
      reasons: [{value: bukan-warga, label: {id: Bukan warga sini, en: Not a resident}}, {value: palsu, label: {id: Berkas palsu, en: Forged}}]
      objection: {id: Ajukan keberatan tertulis kepada lurah dalam 21 hari kerja., en: Object in writing within 21 working days.}
      message: {id: "Belum bisa disetujui karena: {reason}.", en: "Not approved because: {reason}."}
    - {do: batal, kind: withdraw, label: {id: Batalkan, en: Withdraw}, from: [diperiksa, perbaikan], to: kedaluwarsa, by: [applicant], message: {id: Permohonan dibatalkan., en: Withdrawn.}}
  pause-in: [perbaikan]
  separation: [[lengkap, ttd]]
letter:
  template: keterangan
  title: {id: Surat Keterangan, en: Letter}
  number: "{kode}/{urut:000}/{unit}/{tahun}"
  classification: "474"
  signer: lurah
  opening: {id: Menerangkan bahwa, en: States that}
  rows: [{label: {id: Nama, en: Name}, field: nama}]
  closing: {id: "Surat ini dibuat untuk {nama}.", en: "Made for {nama}."}
`;

// One sentence per finding, for the official who writes the definition. {name} is filled from the finding's params.
export const id = {
  'L24-Y001':
    'Berkas ini tidak dapat dibaca sebagai YAML: {detail}. Periksa lekukan, tanda titik dua, dan tanda kutip di baris ini.',
  'L24-Y002':
    'Berkas ini {size} kB. Batasnya {limit} kB. Pindahkan bagian yang dipakai bersama ke folder workflows atau fields.yaml.',
  'L24-Y003':
    'Tanda & dan * (rujukan YAML) tidak dipakai di sini. Tulis isinya langsung, atau beri tanda kutip bila itu teks.',
  'L24-Y004': 'Isi bertingkat lebih dari {limit} lapis. Sederhanakan bagian ini.',
  'L24-Y005': 'Kunci "{key}" ditulis dua kali. Hapus salah satu.',
  'L24-Y006': 'Berkas ini harus berisi daftar kunci, misalnya "service: sk-domisili".',
  'L24-F001': 'Bagian "{key}" belum diisi di {where}.',
  'L24-F002': 'Kunci "{key}" tidak dikenal di {where}.{hint}',
  'L24-F003': '"{where}" harus berupa {expected}.{hint}',
  'L24-F004': '"{value}" tidak dapat dipakai untuk "{where}". Pilih salah satu: {values}.',
  'L24-F005': '"{where}" tidak cocok jumlah atau besarnya: {limit}.',
  'L24-F006':
    '"{value}" bukan nama yang dapat dipakai untuk "{where}". Pakai huruf kecil, angka, garis bawah, atau tanda hubung, diawali huruf.',
  'L24-F007': 'Alur bersama "{name}" tidak ditemukan. Yang ada: lihat folder workflows.{hint}',
  'L24-F008': 'Alur bersama "{name}" memakai dirinya sendiri. Hapus salah satu "use".',
  'L24-F009':
    'Pertanyaan bersama "{name}" tidak ada di fields.yaml. Tulis pertanyaannya di sini atau tambahkan di sana.',
  'L24-F013': 'Profil jam "{profile}" dari "{name}" tidak ada. Lihat profiles.yaml dan pilihan di region.yaml.',
  'L24-F014':
    'Profil jam memberi batas diam untuk tahap "{state}", tetapi alur tidak punya tahap dengan "lapse" bernama itu.',
  'L24-F010': 'Tidak ada {kind} bernama "{name}" yang dapat dikeluarkan lewat "without".',
  'L24-F011': 'Nama layanan "{service}" berbeda dengan nama berkas "{file}". Samakan keduanya.',
  'L24-F012': 'Nama layanan "{service}" juga dipakai di {other}. Setiap layanan punya nama sendiri.',
  'L24-T001': 'Teks Indonesia belum ada untuk "{where}". Tulis teksnya langsung atau isi "id".',
  'L24-T002': '{count} teks belum punya terjemahan Inggris, mulai dari "{where}".',
  'L24-T003': 'Teks "{where}" memuat "{sign}". Warga membaca kalimat biasa: pakai titik atau koma.',
  'L24-T004':
    'Kalimat di "{where}" panjangnya {words} kata, batasnya {limit}: "{sentence}". Pecah menjadi dua kalimat.',
  'L24-Q001': 'Pertanyaan "{field}" ada dua kali. Setiap pertanyaan punya id sendiri.',
  'L24-Q002': 'Pertanyaan "{field}" berjenis {type} tetapi tidak punya pilihan. Isi "options".',
  'L24-Q003': 'Pilihan "{value}" pada "{field}" ada dua kali.',
  'L24-Q004': 'Kelompok "{field}" tidak dapat dipakai begini: {reason}.',
  'L24-Q005': 'Batas pada "{field}" terbalik: paling sedikit {min}, paling banyak {max}.',
  'L24-Q006': 'Batas tanggal "{value}" pada "{field}" tidak dikenal. Tulis "today" atau tanggal seperti 2026-01-31.',
  'L24-Q007': 'Kunci "{key}" tidak berlaku untuk pertanyaan berjenis {type}, jadi tidak berpengaruh.',
  'L24-Q008':
    'Halaman pertama "{page}" bersyarat, jadi sebagian warga tidak punya halaman pembuka. Hapus "when" pada halaman pertama.',
  'L24-Q009': '"{field}" adalah data pribadi dan harus disamarkan. Hapus "personal: false".',
  'L24-Q010': '"{field}" adalah kata khusus dalam syarat. Pakai id lain untuk pertanyaan ini.',
  'L24-Q011': '"{field}" dibandingkan dengan pertanyaan "{other}" yang tidak ada atau baru ditanyakan kemudian.{hint}',
  'L24-Q012': '"{field}" tidak dapat dibandingkan dengan "{other}": {reason}.',
  'L24-C001': 'Syarat menunjuk pertanyaan "{field}" yang tidak ada.{hint}',
  'L24-C002':
    'Syarat menunjuk "{field}" yang baru ditanyakan kemudian. Pindahkan pertanyaan itu ke depan atau ubah syaratnya.',
  'L24-C003': 'Pembanding "{operator}" tidak dapat dipakai untuk "{field}" ({type}). Yang dapat: {allowed}.',
  'L24-C004': '"{value}" bukan pilihan dari "{field}". Pilihannya: {values}.',
  'L24-C005': 'Syarat pada "{field}" kosong. Tulis pembandingnya, misalnya "is".',
  'L24-C006': 'Nilai pembanding untuk "{field}" harus {expected}.',
  'L24-C007': 'Kode wilayah "{value}" tidak ada di daftar wilayah.',
  'L24-C008': 'Syarat bernama "{name}" tidak ada di "conditions".{hint}',
  'L24-C009': 'Syarat bernama "{name}" memakai dirinya sendiri. Putuskan lingkarannya.',
  'L24-C010': 'Syarat bernama "{name}" tidak dipakai di mana pun. Pakai atau hapus.',
  'L24-C011': 'Syarat ini tidak pernah terpenuhi: yang diminta dari "{field}" saling bertentangan.',
  'L24-C012': 'Syarat ini selalu terpenuhi, jadi tidak membedakan apa pun. Hapus atau perbaiki.',
  'L24-C013': 'Nilai turunan "{name}" bernama sama dengan sebuah pertanyaan. Pakai nama lain.',
  'L24-C014':
    'Nilai turunan "{name}" dibaca dari "{field}", yang bukan pertanyaan pilihan, wilayah, angka, atau ya/tidak di formulir ini.',
  'L24-C015': '{what} tidak ditemukan di folder tables.{hint}',
  'L24-E001':
    '"{field}" meminta data pribadi sebelum warga tahu apakah ia memenuhi syarat. Pindahkan ke halaman formulir.',
  'L24-E002': 'Syarat kelayakan "{rule}" tidak memeriksa pertanyaannya sendiri, jadi pertanyaan itu sia-sia.',
  'L24-E003': 'Layanan ini menawarkan dirinya sendiri kepada yang tidak memenuhi syarat. Tawarkan layanan lain.',
  'L24-D001': 'Syarat dokumen "{document}" ada dua kali.',
  'L24-D002':
    'Dokumen "{document}" diminta tanpa alasan. Tulis "why", atau "waived-by" bila dapat digantikan data yang sudah ada.',
  'L24-D003': 'Dokumen "{document}" membuktikan "{field}", tetapi pertanyaan itu tidak ada.',
  'L24-S001':
    'Janji {promise} bisa lebih lama dari batas {limit} ({basis}). Perpendek janji, atau isi "legal-limit" beserta dasar hukumnya.',
  'L24-S002': '"legal-limit" diisi tanpa "legal-limit-basis". Sebutkan peraturan yang menetapkan batas itu.',
  'L24-S003': 'Biaya ditarik tanpa dasar hukum. Isi "legal" dengan peraturan daerah dan pasalnya.',
  'L24-S004': 'Layanan gratis, tetapi dasar hukumnya belum ditulis. Isi "legal" supaya warga dapat menolak pungutan.',
  'L24-S005':
    'Jumlah target langkah ({targets} hari kerja) lebih lama dari janji {promise}. Perpendek target atau perpanjang janji.',
  'L24-S006': 'Belum dipastikan oleh unit: {parts}. Pastikan sebelum standar ditetapkan.',
  'L24-S007':
    'Janji dihitung jam berjalan, tetapi petugas bekerja pada jam kantor. Permohonan malam atau akhir pekan bisa lewat janji.',
  'L24-S008':
    'Pilihan "{value}" dari "{field}" tidak punya baris di tabel "{table}", jadi nilainya tidak akan ditemukan.',
  'L24-S009': 'Cara menghitung biaya "{function}" tidak dikenal. Yang ada: {names}.',
  'L24-S010': 'Biaya tidak dapat dihitung: {reason}.',
  'L24-S011': 'Biaya tetap dan cara menghitung biaya ditulis bersama. Isi "amount: null" bila biaya dihitung.',
  'L24-S012': 'Tarif di tabel "{table}" lazim di daerah lain dan belum dipastikan untuk daerah ini.',
  'L24-S013':
    'Tabel ini tidak dapat dipakai. Periksa "{detail}": setiap baris punya kunci sendiri dan setiap isi sesuai jenis kolomnya.',
  'L24-S014':
    'Dasar hukum biaya "{legal}" tidak menyebut pasal atau lampirannya. Warga harus dapat memeriksa tarifnya.',
  'L24-B001':
    'Langkah "{state}" menagih biaya, tetapi layanan ini gratis atau biayanya tidak dapat dihitung dari jawaban.',
  'L24-B002': 'Langkah "{state}" menagih biaya, jadi harus menunggu pemohon ("waits-for: applicant").',
  'L24-B003': 'Langkah "{state}" tidak berlanjut setelah dibayar. Tambahkan tindakan sistem dengan "when: paid".',
  'L24-B004': 'Langkah "{state}" menunggu pembayaran tanpa batas waktu. Isi "lapse" beserta pengingatnya.',
  'L24-B005':
    'Tindakan "{action}" menunggu pembayaran di langkah "{state}", tetapi langkah itu tidak menagih. Isi "bill".',
  'L24-B006': 'Layanan ini berbiaya, tetapi tidak ada langkah yang menagihnya. Tambahkan langkah dengan "bill".',
  'L24-K001': 'Jam layanan "{clock}" ada dua kali.',
  'L24-K002': 'Belum ada jam layanan "promise". Warga selalu harus dapat melihat janji selesai.',
  'L24-K003': 'Jam "promise" {duration} berbeda dengan janji di standar, {promise}. Samakan keduanya.',
  'L24-K004': 'Jam berhenti di langkah "{state}" yang tidak ada.',
  'L24-K005':
    'Jam berhenti di langkah "{state}", padahal langkah itu menunggu {waits}, bukan pemohon. Kantor yang diam tidak menghentikan jam.',
  'L24-K006': 'Jam "legal" {duration} lebih lama dari batas {limit} ({basis}).',
  'L24-K007': 'Daftar hari libur belum diisi, padahal jam "{clock}" dihitung dalam hari kerja.',
  'L24-K008': 'Peringatan jam "{clock}" harus naik dan tidak berulang, misalnya [50, 80, 100].',
  'L24-K009':
    'Jam "{clock}" tidak memberi peringatan pada 100 persen, jadi tidak ada yang diberi tahu saat waktunya habis.',
  'L24-K010':
    'Jam "legal" {duration} lebih pendek dari janji {promise}. Janji tidak boleh melewati batas menurut aturan.',
  'L24-K011':
    'Jam "promise" memutuskan permohonan, padahal yang diatur hukum adalah batas "legal". Pasang on-expiry di sana.',
  'L24-K012': 'Jam "{clock}" menyebut "{name}", tetapi tidak ada langkah atau tindakan bernama itu.{hint}',
  'L24-K013':
    'Lama jam "{clock}" mengikuti isian "{field}", tetapi formulir tindakan "{action}" tidak punya pilihan bernama itu.',
  'L24-K014': 'Lama jam "{clock}" menyebut "{value}", padahal itu bukan salah satu pilihannya: {values}.',
  'L24-W001':
    'Langkah "{state}" tidak pernah tercapai dari langkah awal. Hapus langkah itu atau buat tindakan yang menuju ke sana.',
  'L24-W002': 'Langkah "{state}" buntu: tidak ada tindakan keluar. Tambahkan tindakan atau jadikan langkah akhir.',
  'L24-W003': 'Dari langkah "{state}" permohonan tidak pernah bisa selesai: tidak ada jalan ke langkah akhir.',
  'L24-W004': 'Langkah "{state}" tidak menunggu siapa pun, jadi tidak ada yang mengerjakannya. Isi "waits-for".',
  'L24-W005': 'Langkah akhir "{state}" masih punya tindakan "{action}". Langkah akhir tidak bisa diubah lagi.',
  'L24-W006':
    'Langkah "{state}" menunggu pemohon, tetapi jam tidak berhenti dan tidak ada batas waktu. Isi "lapse" dan masukkan ke "pause-in".',
  'L24-W007':
    'Langkah "{state}" menunggu pemohon, tetapi jam kantor tetap berjalan. Masukkan langkah itu ke "pause-in".',
  'L24-W008': 'Langkah "{state}" menunggu pemohon tanpa batas waktu, jadi bisa terbuka selamanya. Isi "lapse".',
  'L24-W009': 'Langkah "{state}" menunggu {waits}, tetapi tidak ada tindakan yang dapat ia lakukan di sana.',
  'L24-W010': 'Peran "{role}" tidak ada di daftar peran.{hint}',
  'L24-W011': 'Langkah "{state}" tidak ada.{hint}',
  'L24-W012': 'Tindakan "{action}" tidak ada.{hint}',
  'L24-W013': 'Tindakan "{action}" ada dua kali.',
  'L24-W014': 'Langkah awal "{state}" tidak dapat dipakai: {reason}.',
  'L24-W015': 'Pemohon dapat melakukan "{action}" ({kind}) atas permohonannya sendiri. Serahkan kepada petugas.',
  'L24-W016':
    'Yang menandatangani ("{action}") boleh orang yang sama dengan yang memeriksa. Tambahkan pasangan di "separation".',
  'L24-W017':
    'Satu orang dapat mengerjakan semua langkah sampai "{action}": {path}. Pisahkan dua tindakan di jalan itu lewat "separation".',
  'L24-W018':
    'Peran "{role}" dapat mengirim atas nama pemohon ("{submit}") dan juga menandatangani ("{action}"). Pisahkan keduanya lewat "separation".',
  'L24-W019': 'Penolakan "{action}" tidak punya daftar alasan. Warga berhak tahu alasannya: isi "reasons".',
  'L24-W020': 'Penolakan "{action}" tidak menjelaskan cara mengajukan keberatan. Isi "objection".',
  'L24-W021': '"{action}" meminta pemohon melengkapi, tetapi menuju "{state}" yang tidak menunggu pemohon.',
  'L24-W022': 'Pemohon tidak dapat membatalkan permohonannya. Tambahkan tindakan berjenis withdraw.',
  'L24-W023': 'Langkah "{state}" menunggu tugas, tetapi tidak ada tugas di sana.',
  'L24-W024':
    'Tugas di langkah "{state}" tidak pernah berakhir: belum ada tindakan sistem dengan "when: tasks-done" (atau tasks-agreed dan tasks-refused).',
  'L24-W025':
    'Tugas "{task}" ada di langkah "{state}" yang tidak menunggu tugas, jadi hasilnya tidak ditunggu siapa pun.',
  'L24-W026':
    '"back" hanya dipakai untuk kirim perbaikan dari langkah yang dituju permintaan perbaikan. Tulis langkah tujuannya.',
  'L24-W027': 'Status "{status}" tidak cocok untuk langkah "{state}": {reason}.',
  'L24-W028':
    'Tanda tangan "{action}" tidak menghasilkan apa pun. Tambahkan "effects: [issue-letter]" atau langkah yang mencatat hasil.',
  'L24-W029': 'Pesan memuat {placeholder} yang tidak dapat diisi. Yang dapat: {allowed}.',
  'L24-W030': 'Peran "{role}" tidak melakukan apa pun dalam alur ini. Hapus bila tidak dipakai.',
  'L24-W031': 'Pasangan pemisahan menyebut "{action}" dua kali. Sebutkan dua tindakan yang berbeda.',
  'L24-W032': 'Belum ada pegawai dengan peran "{role}", jadi permohonan akan berhenti di sana.',
  'L24-W033': 'Penolakan "{action}" tidak berakhir di langkah akhir berstatus refused.',
  'L24-W034': 'Pembatalan "{action}" bukan oleh pemohon. Hanya pemohon yang dapat membatalkan permohonannya.',
  'L24-W035': 'Batas waktu langkah "{state}" menuju "{to}" yang bukan langkah akhir.',
  'L24-W036': 'Pengingat {day} hari sebelum batas lebih awal dari awal langkah "{state}" ({after}).',
  'L24-W037': 'Tidak ada jalan menuju langkah akhir berstatus done, jadi permohonan tidak pernah berhasil.',
  'L24-W038': 'Tindakan sistem "{action}" tidak tahu kapan dijalankan. Isi "when".',
  'L24-W039': 'Tugas "{task}" ada dua kali.',
  'L24-W040': '"when: {moment}" pada "{action}" tidak berarti: langkah "{state}" tidak menunggu tugas.',
  'L24-W041': 'Tugas "{task}" diberikan kepada {role}, bukan kepada petugas. Pilih peran petugas.',
  'L24-W042': 'Peran "{role}" dipakai sebagai nama peran, tetapi kata itu sudah punya arti sendiri. Pakai nama lain.',
  'L24-W043':
    'Langkah "{state}" tidak punya jalan bila hasil tugasnya sebaliknya. Tambahkan tindakan sistem dengan "when: {moment}" atau "when: tasks-done".',
  'L24-W044': 'Langkah "{state}" memerlukan {needed} suara setuju, padahal hanya ada {count} tugas.',
  'L24-W045': '"join" di langkah "{state}" tidak berarti: langkah itu tidak menunggu tugas.',
  'L24-W046': 'Pendapat tugas "{task}" dibaca dari "{field}", tetapi pertanyaan itu tidak ada di formulir tugas.{hint}',
  'L24-W047': '"{value}" bukan jawaban dari "{field}", jadi tidak pernah berarti menolak. Jawabannya: {values}.',
  'L24-W048': 'Tugas "{task}" punya arti diam ("{silence}") tanpa batas waktu. Isi "due".',
  'L24-W050':
    'Tindakan "{action}" menunggu data yang sudah pasti, tetapi "workflow.confirmed" belum menyebut data yang mana.',
  'L24-W051':
    'Tindakan sistem "{action}" dapat berputar tanpa henti: dari "{state}" sistem kembali ke sana tanpa ada yang bekerja.',
  'L24-W052': 'Tindakan "{action}" menunggu jam "{clock}" habis, tetapi jam itu tidak ada.',
  'L24-W053':
    'Tindakan "{action}" menunggu jam "{clock}" habis, tetapi jam itu tidak memutuskan apa pun. Isi "on-expiry: granted" atau "refused".',
  'L24-W054':
    'Bila jam "{clock}" habis permohonan dianggap {way}, tetapi di langkah "{state}" tidak ada tindakan sistem dengan "when: expired".',
  'L24-W055':
    'Keputusan karena waktu "{action}" ({way}) harus langsung menuju langkah akhir berstatus {status}; penolakan berjenis refuse.',
  'L24-W056': 'Keputusan karena waktu "{action}" tidak punya pesan. Warga harus membaca apa artinya: isi "message".',
  'L24-W059': 'Tugas "{task}" menyebut "{name}" di "concerns", tetapi pertanyaan atau dokumen itu tidak ada.{hint}',
  'L24-W060':
    'Langkah "{state}" dapat buntu: setiap tindakan {waits} di sana ada batasnya dan kembali lagi. Tambahkan tindakan tanpa "limit".',
  'L24-W061':
    'Tindakan "{action}" menyerahkan ke unit di isian "{field}", tetapi formulirnya tidak mewajibkan isian teks itu.',
  'L24-W062': 'Tindakan "{action}" menyerahkan kepada "{role}", tetapi langkah "{state}" tidak menunggu peran itu.',
  'L24-W063':
    'Di langkah "{state}" peran "{role}" tidak dapat menerima atau menolak serah terima. Tambahkan tindakan dengan "{missing}".',
  'L24-W064': 'Hanya "{role}" yang menerima serah terima. "{action}" juga dilakukan {other}.',
  'L24-W065': 'Tindakan "{action}" memindahkan permohonan dengan lebih dari satu cara. Pilih satu.',
  'L24-W066': 'Langkah "{state}" menunggu "{role}", tetapi "{action}" ke sana tanpa menyerahkan kepada unit mana pun.',
  'L24-L001': 'Tindakan "{action}" menerbitkan surat, tetapi bagian "letter" tidak ada.',
  'L24-L002': 'Bagian "letter" ada, tetapi tidak ada tindakan yang menerbitkan surat.',
  'L24-L003': 'Templat surat "{template}" tidak ada di folder letters.',
  'L24-L004': 'Penanda tangan surat "{role}" tidak ada di daftar peran.{hint}',
  'L24-L005': 'Penanda tangan surat "{role}" tidak punya tindakan tanda tangan.',
  'L24-L006': 'Nomor surat tidak memuat {urut}, jadi setiap surat bernomor sama.',
  'L24-L007': 'Nomor surat memuat {placeholder} yang tidak dikenal. Yang dapat: {allowed}.',
  'L24-L008': 'Baris surat menunjuk pertanyaan "{field}" yang tidak ada.{hint}',
  'L24-L009': 'Teks surat memuat {placeholder} yang tidak dapat diisi. Pakai id pertanyaan atau: {allowed}.',
  'L24-L010': 'Pertanyaan "{field}" ({type}) tidak dapat dicetak di surat.',
  'L24-L011': 'Templat surat "{template}" membaca "{part}" yang tidak pernah diisi sistem.{hint}',
  'L24-R001': 'Belum jelas unit mana yang memproses. Isi "code", atau "kind" dan "route-by".',
  'L24-R002': 'Unit "{code}" tidak ada di daftar unit.{hint}',
  'L24-R003': '"route-by" menunjuk pertanyaan "{field}" yang tidak ada.{hint}',
  'L24-R004': '"route-by" menunjuk "{field}" ({type}). Unit hanya dapat ditentukan dari pertanyaan {needed}.',
  'L24-R005': 'Unit ditentukan dari "{field}", tetapi pertanyaan itu boleh kosong atau tidak selalu muncul.',
  'L24-R006': 'Layanan "{service}" yang ditawarkan tidak ada.{hint}',
  'L24-R007': 'Pilihan "{value}" pada "{field}" bukan kode unit.',
  'L24-P001': 'Register "{register}" tidak dikenal.{hint}',
  'L24-P002': 'Register "{register}" ditanya dua kali. Satukan pertanyaannya.',
  'L24-P003': 'Register "{register}" tidak menerima "{need}". Yang diterima: {values}.',
  'L24-P004': 'Register "{register}" ditanya dengan "{field}", tetapi pertanyaan itu tidak ada.{hint}',
  'L24-P005': 'Pertanyaan "{field}" ({type}) tidak dapat dipakai di sini. Jenis yang cocok: {needed}.',
  'L24-P006': 'Register "{register}" selalu memerlukan "{need}". Sebutkan pertanyaannya di "ask".',
  'L24-P007': 'Register "{register}" tidak menyatakan "{statement}". Pernyataannya: {values}.',
  'L24-P008': '"{fact}" dipakai, tetapi register "{register}" tidak ditanya. Tambahkan di "registers".',
  'L24-P009': '"{prefill}" pada "{field}" tidak dikenal. Yang ada: {values}.',
  'L24-P010':
    'Register "{register}" ditanya, tetapi jawabannya tidak dipakai. Data pribadi tidak dikirim tanpa keperluan: hapus.',
  'L24-P011': '"{prefill}" tidak dapat mengisi "{field}" ({type}). Jenis yang cocok: {needed}.',
  'L24-P012': '"{field}" dikunci bila terbukti, tetapi tidak ada sumber yang membuktikannya. Isi "prefill".',
  'L24-P013':
    '{questions} isian dan {documents} dokumen ditanyakan padahal bisa diambil dari register atau profil: {names}. Pakai "prefill" atau "waived-by-register".',
  'L24-X001':
    'Jalan terpanjang ({targets} hari kerja) mungkin lebih lama daripada janji {promise}. Satuannya berbeda, jadi periksa sendiri atau samakan satuannya.',
  'L24-X002': 'Belum ada pegawai dengan peran "{role}" di {units}. Permohonan untuk unit itu akan berhenti.',
  'L24-X003': 'Dokumen "{document}" tidak menjelaskan gunanya. Isi "why".',
  'L24-X004':
    '{count} dari {total} dokumen belum menyebut apa yang menggantikannya, mulai dari "{document}". Isi "waived-by" atau "waived-by-register" bila data itu sudah ada pada kota.',
  'L24-X005': 'Tindakan "{action}" mengakhiri permohonan di "{state}" tanpa pesan dalam {missing}. Isi "message".',
  'L24-X006': 'Pesan "{action}" tidak memuat alasannya. Tulis {reason} di "message".',
  'L24-X007': '"{action}" meminta pemohon melengkapi tanpa daftar alasan. Isi "reasons" supaya pesannya jelas.',
  'L24-X008':
    'Pertanyaan wajib "{field}" dilewati lewat {channel}, jadi permohonan tidak pernah lengkap. Tanyakan, kirim tautan, atau jadikan tidak wajib.',
  'L24-X009':
    'Pertanyaan "{field}" ({type}) tidak dapat dijawab lewat {channel} dan layanan ini tidak punya halaman untuk tautannya. Tambahkan kanal web, atau atur "on".',
  'L24-X010':
    'Dokumen wajib "{document}" tidak punya jalan masuk: layanan ini hanya lewat telepon atau SMS. Tambahkan loket atau web, atau jadikan "required: soft".',
  'L24-X011': 'Pilihan "{value}" dan "{other}" pada "{field}" terdengar sama. Bedakan katanya.',
  'L24-X012':
    '{count} pilihan "{field}" lebih panjang dari {limit} huruf, misalnya "{label}". Daftar di WhatsApp memotongnya.',
  'L24-X013':
    '{count} pertanyaan data pribadi belum punya kelas retensi, mulai dari "{field}". Isi "retention" pada layanan atau pertanyaannya.',
  'L24-X014': 'Kelas retensi "{name}" tidak ada di retention.yaml.{hint}',
  'L24-X015':
    'Pertanyaan "{field}" berubah dari {was} menjadi {type}. Jawaban lama tidak terbaca lagi: beri pertanyaan ini id baru.',
  'L24-X016':
    'Pertanyaan "{field}" lewat SMS panjangnya {length} dari {limit} huruf. Pendekkan, atau tulis "say: sms".',
  'L24-X017': 'Pesan "{field}" lewat SMS bisa sepanjang {length} dari {limit} huruf setelah diisi. Pendekkan pesannya.',
  'L24-V001': 'Kasus uji "{name}" belum cocok. {trait}: diharapkan {expected}, hasilnya {found}.',
  'L24-V002': 'Berkas kasus uji tidak dapat dibaca: {problem}',
} as const;
export type Code = keyof typeof id;

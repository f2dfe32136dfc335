// Says at once that a photo is too large; without script it is refused after it was sent.
'use strict';
const input = document.getElementById('attachments-file');
input.addEventListener('change', () => {
  const [file] = input.files;
  input.setCustomValidity(file && file.size > Number(input.dataset.most) ? input.dataset.tooLarge : '');
  input.reportValidity();
});

// Puts the list below the map onto it. Without script, tiles or positions the list alone says the same.
'use strict';
const element = document.getElementById('map');
const map = L.map(element, { center: [16.5, 106.5], zoom: 5, attributionControl: Boolean(element.dataset.attribution) });
if (element.dataset.tiles) L.tileLayer(element.dataset.tiles, { maxZoom: 19, attribution: element.dataset.attribution }).addTo(map);
L.control.scale({ imperial: false }).addTo(map);

const spots = [...document.querySelectorAll('#places li')].map((item) => {
  const place = [Number(item.dataset.lat), Number(item.dataset.lon)];
  const link = item.querySelector('a');
  const icon = L.divIcon({ className: item.dataset.urgent ? 'pin urgent' : 'pin', iconSize: [18, 18] });
  const label = document.createElement('div');
  label.append(link.cloneNode(true), document.createElement('br'), item.querySelector('.state').textContent);
  L.marker(place, { icon, title: link.textContent, alt: link.textContent, keyboard: true }).bindPopup(label).addTo(map);
  return place;
});
if (spots.length > 0) map.fitBounds(spots, { padding: [30, 30], maxZoom: 16 });

(() => {
  'use strict';

  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);

  // What a person has set survives the page's reloading in the history entry, which needs neither
  // storage nor a server.
  const kept = (history.state && history.state.gan4j) || {};
  let paused = kept.paused === true;
  let playing = null;
  let pressed = false;

  function keep() {
    const slider = byId('slider');
    const state = {
      paused,
      scroll: window.scrollY,
      focus: document.activeElement ? document.activeElement.id : '',
      open: Array.from(document.querySelectorAll('details[open]'), (details) => details.id),
    };
    if (slider && slider.value !== slider.max) {
      state.step = frames[Number(slider.value)].step;
    }
    history.replaceState({ gan4j: state }, '');
  }

  // Samples through time

  const frames = JSON.parse(byId('frames').textContent);

  function show(index) {
    const frame = frames[index];
    const slider = byId('slider');
    slider.value = String(index);
    slider.setAttribute('aria-valuetext', frame.label);
    byId('grid').src = 'data:image/png;base64,' + frame.png;
    byId('grid').alt = 'Images that the generator made ' + frame.label + ', always from the same latent vectors';
    byId('moment').textContent = frame.label;
  }

  function stopPlaying() {
    clearInterval(playing);
    playing = null;
    byId('play').textContent = 'Play';
  }

  function play() {
    const slider = byId('slider');
    if (slider.value === slider.max) {
      show(0);
    }
    byId('play').textContent = 'Stop';
    playing = setInterval(() => {
      show(Number(slider.value) + 1);
      if (slider.value === slider.max) {
        stopPlaying();
      }
    }, 250);
  }

  function startSamples() {
    if (frames.length < 2) {
      return;
    }
    const slider = byId('slider');
    slider.max = String(frames.length - 1);
    byId('time').hidden = false;
    slider.addEventListener('input', () => {
      if (playing) {
        stopPlaying();
      }
      show(Number(slider.value));
    });
    byId('play').addEventListener('click', () => (playing ? stopPlaying() : play()));
    let index = frames.length - 1;
    if (kept.step !== undefined) {
      // The picture may have been thinned out: the one before it will do.
      index = frames.findLastIndex((frame) => frame.step <= kept.step);
    }
    show(Math.max(0, index));
  }

  // Values beneath the pointer

  function startChart(chart) {
    const area = chart.querySelector('.area');
    const readout = chart.querySelector('.readout');
    const cursor = chart.querySelector('.cursor');
    const lines = Array.from(chart.querySelectorAll('polyline[data-name]'), (line) => ({
      name: line.dataset.name,
      points: line.getAttribute('points').trim().split(' ').map((pair) => pair.split(',').map(Number)),
    }));
    if (lines.length === 0) {
      return;
    }
    const low = Number(area.dataset.low);
    const high = Number(area.dataset.high);
    const epochs = Number(area.dataset.epochs);
    const number = (value) => {
      const size = Math.abs(value);
      if (size > 0 && size < 1e-3) {
        return value.toExponential(1);
      }
      return size < 100 ? value.toFixed(3) : value.toPrecision(4);
    };
    const nearest = (points, x) =>
      points.reduce((best, point) => (Math.abs(point[0] - x) < Math.abs(best[0] - x) ? point : best));

    function read(x) {
      const at = nearest(lines[0].points, x)[0];
      const values = lines.map(
        (line) => line.name + ' ' + number(low + (1 - nearest(line.points, at)[1] / 1000) * (high - low)));
      const epoch = (at / 1000) * epochs;
      readout.textContent = 'epoch ' + epoch.toFixed(1) + ': ' + values.join(', ');
      cursor.setAttribute('x1', at / 10 + '%');
      cursor.setAttribute('x2', at / 10 + '%');
    }

    area.addEventListener('pointermove', (event) => {
      const box = area.getBoundingClientRect();
      read(((event.clientX - box.left) / box.width) * 1000);
      cursor.removeAttribute('visibility');
    });
    area.addEventListener('pointerleave', () => {
      cursor.setAttribute('visibility', 'hidden');
      readout.textContent = readout.dataset.rest;
    });
  }

  // Following the run

  function tellPause() {
    byId('pause').setAttribute('aria-pressed', String(paused));
    byId('pause').textContent = paused ? 'Follow the run' : 'Pause updates';
  }

  function startFollowing() {
    if (root.dataset.state !== 'running') {
      return;
    }
    const every = Number(root.dataset.every);
    const written = Number(root.dataset.written);
    const silent = Date.now() - written > Math.max(120000, 10 * every);
    byId('follow').hidden = false;
    tellPause();
    if (silent) {
      byId('news').textContent =
        'Nothing new since ' + new Date(written).toLocaleTimeString() + '. The run may have been ended from outside.';
    }
    byId('pause').addEventListener('click', () => {
      paused = !paused;
      tellPause();
      keep();
    });
    const busy = () => paused || playing !== null || pressed || document.hidden;
    setInterval(
      () => {
        if (!busy()) {
          keep();
          location.reload();
        }
      },
      silent ? Math.max(30000, every) : every);
  }

  // While something is being dragged or selected the page stays.
  addEventListener('pointerdown', () => {
    pressed = true;
  });
  for (const type of ['pointerup', 'pointercancel', 'pointermove']) {
    addEventListener(type, (event) => {
      pressed = type === 'pointermove' && event.buttons !== 0;
    });
  }

  for (const id of kept.open || []) {
    if (byId(id)) {
      byId(id).open = true;
    }
  }
  startSamples();
  document.querySelectorAll('.chart').forEach(startChart);
  startFollowing();
  if (kept.focus && byId(kept.focus)) {
    byId(kept.focus).focus({ preventScroll: true });
  }
  if (kept.scroll !== undefined) {
    history.scrollRestoration = 'manual';
    window.scrollTo(0, kept.scroll);
  }
})();

package io.github.gan4j.report.html;

import java.util.List;

/** Generated images through time beside real ones, as a part of the page. */
final class SamplesSection {
  /** Small images are shown larger, as long as they then fit beside each other. */
  private static final int COMFORTABLE_WIDTH = 300;

  private static final int MOST_ROWS = 20;

  private SamplesSection() {}

  static String html(RunView view) {
    List<TimelineFrame> frames = view.frames();
    Picture real = view.real();
    if (frames.isEmpty() || real == null) {
      return "<p>No pictures: images of "
          + view.run().dataset().shape().channels()
          + " channels cannot be shown.</p>";
    }
    TimelineFrame newest = frames.get(frames.size() - 1);
    return """
    <div class="samples">
    <figure>
    <figcaption><h3>Generated, <span id="moment">%s</span></h3></figcaption>
    %s
    <div class="time" id="time" hidden>
    <label for="slider">Through time</label>
    <input type="range" id="slider" min="0" max="0" step="1" value="0" autocomplete="off">
    <button type="button" id="play">Play</button>
    </div>
    <p class="note">%s</p>
    </figure>
    <figure>
    <figcaption><h3>Real, from the dataset</h3></figcaption>
    %s
    </figure>
    </div>
    """
        .formatted(
            Html.text(newest.label()),
            grid(
                "<img id=\"grid\" alt=\"Images that the generator made "
                    + Html.text(newest.label())
                    + ", always from the same latent vectors\" "
                    + source(newest.picture())
                    + ">",
                view.rowNames()),
            view.rowNames().isEmpty()
                ? "Each cell always comes from the same latent vector: watch one image improve."
                : "Each row is of a class, each column of a latent vector that stays the same:"
                    + " watch one image improve.",
            grid("<img alt=\"Real images of the dataset\" " + source(real) + ">", view.rowNames()));
  }

  /** Returns a picture with the names of its rows beside it; one with many rows is scrolled. */
  private static String grid(String image, List<String> rowNames) {
    if (rowNames.isEmpty()) {
      return image;
    }
    StringBuilder html = new StringBuilder("<div class=\"named");
    html.append(
        rowNames.size() > MOST_ROWS
            ? " tall\" tabindex=\"0\" role=\"region\" aria-label=\"Images by class\">"
            : "\">");
    html.append("<ol>");
    for (String name : rowNames) {
      String text = Html.text(name);
      html.append("<li title=\"").append(text).append("\"><span>").append(text);
      html.append("</span></li>");
    }
    return html.append("</ol>").append(image).append("</div>").toString();
  }

  /** Returns the frames as the page's script reads them. */
  static String json(List<TimelineFrame> frames) {
    StringBuilder json = new StringBuilder("[");
    for (TimelineFrame frame : frames) {
      json.append(json.length() == 1 ? "\n" : ",\n")
          .append("{\"step\":")
          .append(frame.step())
          .append(",\"label\":\"")
          .append(frame.label())
          .append("\",\"png\":\"")
          .append(frame.picture().base64())
          .append("\"}");
    }
    return json.append("]").toString();
  }

  private static String source(Picture picture) {
    int scale = picture.width() <= COMFORTABLE_WIDTH ? 2 : 1;
    return "width=\""
        + picture.width() * scale
        + "\" height=\""
        + picture.height() * scale
        + "\" src=\"data:image/png;base64,"
        + picture.base64()
        + "\"";
  }
}

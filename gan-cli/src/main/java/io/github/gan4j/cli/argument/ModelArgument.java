package io.github.gan4j.cli.argument;

import io.github.gan4j.cli.run.SavedModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;

/** The argument MODEL: a file, or a folder in which it is. */
public final class ModelArgument {
  public static final String DESCRIPTION =
      "a model.safetensors, a checkpoint, or a run folder, whose newest is taken";

  private ModelArgument() {}

  /** Returns the file, and tells it if the argument was a folder. */
  public static Path file(Path argument, CommandSpec spec) throws IOException {
    Path file = SavedModel.find(argument);
    if (!file.equals(argument)) {
      PrintWriter console = spec.commandLine().getOut();
      console.println("MODEL is " + file);
      console.flush();
    }
    return file;
  }
}

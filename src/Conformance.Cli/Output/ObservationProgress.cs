using System.Globalization;
using Conformance.Consumers.Client;
using Conformance.Settings;

namespace Conformance.Cli.Output;

/// <summary>Tells how an observation goes: where a client has to connect, and what each script saw.</summary>
internal sealed class ObservationProgress(Screen screen, ObserveOptions options, bool isQuiet) : IClientWatcher
{
    private readonly Lock writing = new();

    /// <inheritdoc />
    public void Waiting(ObservationStage stage)
    {
        var info = stage.Specification.Info;
        lock (writing)
        {
            if (!isQuiet)
            {
                screen.Line($"{info.Title} {info.Version}: its client".TrimEnd(), Styles.Strong);
                screen.Labelled("spec", options.Specification);
                screen.Labelled("scripts", string.Join(", ", stage.Scripts));
            }

            if (stage.Variables is null)
            {
                WriteCommand();
                return;
            }

            // These guard nothing: they are fixed, published, and only good for this provider.
            foreach (var (name, value) in stage.Variables.OrderBy(v => v.Key, StringComparer.Ordinal))
            {
                screen.Labelled(name, value);
            }

            screen.Line(
                $"Start the client now, and keep it busy: each script lasts {DurationText.Of(options.ScriptTime)}. Ctrl-C ends it."
            );
        }
    }

    /// <inheritdoc />
    public void ScriptStarted(string script, string description) => Line($"  {script}: {description}");

    /// <inheritdoc />
    public void ScriptFinished(ScriptSummary script)
    {
        var end = script switch
        {
            { WasEnded: true } => ", ended because its time was over",
            { ExitCode: { } code } => Invariant($", exit code {code}"),
            _ => "",
        };
        Line(
            Invariant(
                $"  {script.Script, -36}  {script.Requests, 4} requests in {DurationText.Of(script.Duration)}{end}"
            )
        );
    }

    private void WriteCommand()
    {
        if (!isQuiet)
        {
            screen.Labelled("command", string.Join(' ', options.Command));
            screen.Line();
        }
    }

    private void Line(string text)
    {
        if (isQuiet)
        {
            return;
        }

        lock (writing)
        {
            screen.Line(SafeText.OneLine(text));
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

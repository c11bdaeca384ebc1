using Conformance.Scenarios.Cases;
using Conformance.Verdicts.Results;
using Spectre.Console;

namespace Conformance.Cli.Output;

/// <summary>Progress for a person: a bar with counts and the case that has been running longest, failures above it.</summary>
internal sealed class LiveProgress(Screen screen, TimeProvider time) : IRunObserver
{
    private readonly Lock updating = new();
    private readonly Dictionary<string, long> running = new(StringComparer.Ordinal);
    private readonly Dictionary<Verdict, int> counts = [];
    private ProgressContext? progress;
    private ProgressTask? bar;

    /// <inheritdoc />
    public void Started(ConformanceSession session)
    {
        RunHead.Write(screen, session);
        lock (updating)
        {
            // Only now, below the head: a bar that is drawn before would be written over.
            bar = progress?.AddTask("starting", maxValue: session.Cases.Length);
        }
    }

    /// <inheritdoc />
    public void CaseStarted(ContractCase contractCase)
    {
        lock (updating)
        {
            running[contractCase.Id] = time.GetTimestamp();
            Describe();
        }
    }

    /// <inheritdoc />
    public void CaseFinished(CaseResult result)
    {
        lock (updating)
        {
            running.Remove(result.Case.Id);
            counts[result.Verdict] = counts.GetValueOrDefault(result.Verdict) + 1;
            if (result.Verdict is not (Verdict.Passed or Verdict.Skipped))
            {
                screen.Line($"  {Styles.Name(result.Verdict), -12}  {result.Case.Id}", Styles.Of(result.Verdict));
            }

            bar?.Increment(1);
            Describe();
        }
    }

    /// <summary>Shows the bar while an action runs.</summary>
    public Task<T> ShowAsync<T>(Func<Task<T>> action) =>
        screen
            .Tables.Progress()
            .AutoClear(true)
            .HideCompleted(true)
            .Columns(
                new SpinnerColumn(),
                new ProgressBarColumn { Width = 24 },
                new PercentageColumn(),
                new TaskDescriptionColumn { Alignment = Justify.Left }
            )
            .StartAsync(async context =>
            {
                lock (updating)
                {
                    progress = context;
                }

                return await action();
            });

    private void Describe()
    {
        if (bar is null)
        {
            return;
        }

        var verdicts = counts
            .Where(c => c.Key is not Verdict.Passed)
            .OrderBy(c => c.Key)
            .Select(c => $"[{Styles.Of(c.Key).ToMarkup()}]{c.Value} {Styles.Name(c.Key)}[/]");
        var oldest = running.Count == 0 ? "" : Shorten(running.MinBy(r => r.Value).Key);
        var head = $"{bar.Value + 0:0} of {bar.MaxValue:0}";
        bar.Description = string.Join("  ", verdicts.Prepend(head).Append($"[grey]{Markup.Escape(oldest)}[/]"));
    }

    // One line, whatever the terminal: a bar that wraps leaves its old lines behind.
    private string Shorten(string id)
    {
        var room = Math.Max(12, screen.Width - 78);
        return id.Length <= room ? id : string.Concat("...", id.AsSpan(id.Length - room + 3));
    }
}

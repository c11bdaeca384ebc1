using System.Collections.Immutable;
using System.CommandLine;
using Conformance.Sharding;

namespace Conformance.Cli.Arguments;

/// <summary>The arguments that cut a run into parts.</summary>
internal sealed class ShardArguments
{
    private readonly Option<string?> shard = OptionOf.Text(
        "--shard",
        "I/N",
        "Carry out one part of N, with the others on other machines; auto reads the part from the build server"
    );
    private readonly Option<string?> balance = OptionOf.Text(
        "--balance",
        "PATH",
        "Reports of an earlier run, by whose durations the parts are cut; the same for all of them"
    );
    private readonly Option<bool> ownTarget = OptionOf.Switch(
        "--own-target",
        "Each part has a target of its own: cases that must run alone are spread, and limits not divided"
    );

    /// <summary>Adds all of them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(shard);
        command.Add(balance);
        command.Add(ownTarget);
    }

    /// <summary>The options with the part of the run that this is.</summary>
    public async Task<Attempt<RunOptions>> CutAsync(
        ParseResult parsed,
        RunOptions options,
        ImmutableDictionary<string, string> variables,
        CancellationToken cancellationToken
    )
    {
        if (parsed.GetValue(shard) is not { } text)
        {
            return options;
        }

        var part = Shard.Parse(text, variables);
        if (!part.Succeeded)
        {
            return part.Refusal;
        }

        var durations = await PastDurations.ReadAsync(parsed.GetValue(balance), cancellationToken);
        return durations.Succeeded
            ? options with
            {
                Shard = part.Value,
                PastDurations = durations.Value,
                OwnTargets = parsed.GetValue(ownTarget),
            }
            : durations.Refusal;
    }
}

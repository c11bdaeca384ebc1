using System.Collections.Concurrent;
using System.Text.Json;
using Conformance.Execution.Http;
using Conformance.Execution.Recording;
using Conformance.Execution.Steps;
using Conformance.Scenarios.Cases;
using Conformance.Specification.Model;

namespace Conformance.Execution.States;

/// <summary>Puts the target into states: by well-known data, or by the call that Pact's verifiers make.</summary>
internal sealed class ProviderStates(
    ExecutionOptions options,
    Uri? url,
    TargetChannel channel,
    Secrets.SecretMask mask,
    TimeProvider time
)
{
    private static readonly TimeSpan LongestTeardown = TimeSpan.FromSeconds(15);
    private readonly ConcurrentDictionary<string, Lazy<Task<Obstacle?>>> preconditions = new();

    /// <summary>Enters a state, or says why it cannot be entered; a mere precondition never stands in the way.</summary>
    public async Task<Obstacle?> EnterAsync(
        CaseStep.EnterState step,
        CaseContext context,
        CancellationToken cancellationToken
    )
    {
        if (FixtureOf(step.State) is { } fixture)
        {
            context.Fixtures.Add(fixture);
            context.Log.Note($"'{step.State}' is met by well-known data of the environment.");
            return null;
        }

        if (step.IsRequired)
        {
            return await EnterRequiredAsync(step.State, context, cancellationToken);
        }

        if (await AskOnceAsync(step.State, context, cancellationToken) is { } unknown)
        {
            context.Log.Note($"Assumed, not arranged: {step.State}. ({unknown.Reason})");
        }

        return null;
    }

    /// <summary>Leaves one state that the case entered; nothing when it did not.</summary>
    public async Task<Obstacle?> LeaveAsync(
        CaseStep.LeaveState step,
        CaseContext context,
        CancellationToken cancellationToken
    )
    {
        if (FixtureOf(step.State) is { } fixture)
        {
            context.Fixtures.Remove(fixture);
            return null;
        }

        return context.EnteredStates.Remove(step.State)
            ? await CallAsync(step.State, "teardown", context, cancellationToken)
            : null;
    }

    /// <summary>Leaves the states a case entered, latest first, also after a failure or a cancellation.</summary>
    public async Task LeaveAsync(CaseContext context)
    {
        using var patience = new CancellationTokenSource(LongestTeardown, time);
        for (var i = context.EnteredStates.Count - 1; i >= 0; i--)
        {
            var state = context.EnteredStates[i];
            if (await CallAsync(state, "teardown", context, patience.Token) is { } problem)
            {
                context.Log.Note($"The state could not be left: {state}. ({problem.Reason})");
            }
        }
    }

    /// <summary>Leaves the preconditions that were arranged once for the whole run.</summary>
    public async Task LeavePreconditionsAsync()
    {
        var context = new CaseContext("clean-up", ScenarioKind.HappyPath, new CaseLog(mask)) { Step = "teardown" };
        foreach (var (state, asked) in preconditions)
        {
            if (asked is { IsValueCreated: true, Value.IsCompletedSuccessfully: true } && await asked.Value is null)
            {
                context.EnteredStates.Add(state);
            }
        }

        preconditions.Clear();
        await LeaveAsync(context);
    }

    private async Task<Obstacle?> EnterRequiredAsync(
        string state,
        CaseContext context,
        CancellationToken cancellationToken
    )
    {
        if (url is null)
        {
            return NoWay(state);
        }

        // Entered before it is known whether it worked: a set-up that timed out may have happened.
        context.EnteredStates.Add(state);
        var problem = await CallAsync(state, "setup", context, cancellationToken);
        if (problem is { Kind: ObstacleKind.StateNotReachable })
        {
            // The handler has answered that it did nothing.
            context.EnteredStates.Remove(state);
        }

        return problem;
    }

    // All cases of a run share their preconditions; whoever comes first asks, and nobody asks again.
    private Task<Obstacle?> AskOnceAsync(string state, CaseContext context, CancellationToken cancellationToken)
    {
        if (url is null || IsReadOnly)
        {
            return Task.FromResult<Obstacle?>(url is null ? NoWay(state) : NotAllowed);
        }

        var asked = preconditions.GetOrAdd(
            state,
            _ => new(() => CallAsync(state, "setup", context, CancellationToken.None))
        );
        return asked.Value.WaitAsync(cancellationToken);
    }

    private async Task<Obstacle?> CallAsync(
        string state,
        string action,
        CaseContext context,
        CancellationToken cancellationToken
    )
    {
        var request = new OutgoingRequest("POST", url!)
        {
            ContentType = "application/json",
            Body = JsonSerializer.SerializeToUtf8Bytes(
                new
                {
                    state,
                    @params = new { },
                    action,
                }
            ),
        };
        var outcome = await channel.SendAsync(request, cancellationToken);
        if (outcome.Wire is { } wire)
        {
            context.Log.Add(new(context.Step, ExchangePurpose.ProviderState), request, wire);
        }

        return outcome.Response is { Status: >= 200 and < 300 } ? null : Refused(state, outcome);
    }

    private Obstacle Refused(string state, SendOutcome outcome) =>
        outcome.Response is { } response
            ? new(
                ObstacleKind.StateNotReachable,
                $"The provider-states handler answered {response.Status} to '{state}'; "
                    + $"teach it that state ({url}), or declare a fixture for it under {Section}.fixtures.",
                null
            )
            : outcome.Problem ?? NoWay(state);

    private Obstacle NoWay(string state) =>
        new(
            ObstacleKind.StateNotReachable,
            $"Nothing tells how to reach '{state}'; declare {Section}.url (or pass --provider-states), or a fixture "
                + $"for it under {Section}.fixtures.",
            null
        );

    private StateFixture? FixtureOf(string state) =>
        options.Environment?.Fixtures.FirstOrDefault(f => Normal(f.State.Value) == Normal(state));

    private static string Normal(string phrase) =>
        string.Join(' ', phrase.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();

    private string Section => $"environments.{options.Environment?.Name.Value ?? "<name>"}.provider_states";

    private bool IsReadOnly => Courtesy.EnvironmentPermission.IsReadOnly(options);

    private static Obstacle NotAllowed { get; } =
        new(ObstacleKind.NotAllowedHere, "States of a production environment are not changed.", null);
}

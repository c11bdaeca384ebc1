using Conformance.Execution.Recording;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Expectations;
using Conformance.Specification.Model;

namespace Conformance.Execution.Courtesy;

/// <summary>What an environment allows a run to do: production is only read from, unless the user insists.</summary>
internal static class EnvironmentPermission
{
    /// <summary>Whether nothing may be changed.</summary>
    public static bool IsReadOnly(ExecutionOptions options) =>
        options.Environment?.Kind is EnvironmentKind.Production && !options.AllowWrites;

    /// <summary>Why a case must not run here; null when it may.</summary>
    public static Obstacle? Refusal(ContractCase contractCase, ExecutionOptions options)
    {
        if (!IsReadOnly(options))
        {
            return null;
        }

        var what = contractCase.Steps.Select(Offence).FirstOrDefault(o => o is not null);
        return what is null
            ? null
            : new(
                ObstacleKind.NotAllowedHere,
                $"'{options.Environment!.Name.Value}' is a production environment and is only read from, but the case {what}; "
                    + "pass --allow-writes if that is intended.",
                null
            );
    }

    private static string? Offence(CaseStep step) =>
        step switch
        {
            CaseStep.SendUntilLimited => "uses up a limit",
            CaseStep.EnterState { IsRequired: true } state => $"needs the state '{state.State}'",
            // A precondition is merely not asked for.
            CaseStep.EnterState => null,
            // Wrong credentials, tried often enough, lock the client out that the live system knows.
            CaseStep.Send { Request.Target: RequestTarget.TokenEndpoint, Expectations: var expected }
                when expected.OfType<StatusIs>().Any(e => e.Allowed.Any(status => status >= 400)) =>
                "makes a token request that is to be refused",
            CaseStep.Send { Request: var r } when !r.IsSafe => $"sends {r.Method} {r.Path}",
            CaseStep.SendConcurrently { Request: var r } when !r.IsSafe => $"sends {r.Method} {r.Path}",
            _ => null,
        };
}

using Conformance.Execution.Credentials;
using Conformance.Execution.Recording;
using Conformance.Scenarios.Cases;

namespace Conformance.Execution.Steps;

/// <summary>Resolves the values of one request, and remembers the first that could not be.</summary>
internal sealed class ValueResolver(RunValues values, ExecutionOptions options, CaseContext context)
{
    /// <summary>Why a value could not be resolved; null when all could.</summary>
    public Obstacle? Problem { get; private set; }

    /// <summary>The value; empty when it could not be resolved.</summary>
    public string Resolve(ValueSource source) =>
        source switch
        {
            ValueSource.Literal literal => literal.Text,
            ValueSource.FreshUuid => values.Fresh(),
            ValueSource.RunUnique { Length: { } length } sized => values.Unique(context.Id, sized.Name, length),
            ValueSource.RunUnique unique => values.Unique(context.Id, unique.Name),
            ValueSource.Captured captured => Captured(captured.Name),
            ValueSource.Configured { Change: { } change } changed => CredentialChanges.Apply(
                change,
                Configured(changed.Variable)
            ),
            ValueSource.Configured configured => Configured(configured.Variable),
            _ => throw new NotSupportedException($"Unknown value source {source.GetType().Name}."),
        };

    private string Captured(string name)
    {
        if (context.Captures.TryGetValue(name, out var value))
        {
            return value;
        }

        Problem ??= Obstacles.Arrangement($"No earlier response of the case gave '{name}', which this request needs.");
        return "";
    }

    private string Configured(string variable)
    {
        if (options.Configuration.TryGetValue(variable, out var value) && value.Length > 0)
        {
            return value;
        }

        Problem ??= Obstacles.NotConfigured([variable]);
        return "";
    }
}

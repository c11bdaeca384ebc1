using Conformance.Specification.Model;

namespace Conformance;

/// <summary>Decides which of the declared environments the target plays, and says why.</summary>
/// <param name="Environment">The environment; null when none applies.</param>
/// <param name="Reason">Why this one, for the head of the output; null when it was named.</param>
public sealed record EnvironmentChoice(TargetEnvironment? Environment, string? Reason)
{
    /// <summary>Chooses the environment of a run.</summary>
    /// <param name="specification">The specification.</param>
    /// <param name="name">The environment's name, if one was given.</param>
    /// <param name="baseUrl">The target's base URL; null for the embedded target.</param>
    public static Attempt<EnvironmentChoice> Of(IntegrationSpecification specification, string? name, Uri? baseUrl)
    {
        if (name is not null)
        {
            return Named(specification, name);
        }

        return baseUrl is null ? new EnvironmentChoice(null, null) : Guessed(specification, baseUrl);
    }

    private static Attempt<EnvironmentChoice> Named(IntegrationSpecification specification, string name)
    {
        if (specification.FindEnvironment(name) is { } environment)
        {
            return new EnvironmentChoice(environment, null);
        }

        var declared = string.Join(", ", specification.Environments.Select(e => e.Name.Value));
        return Refusal.Configuration(
            $"The specification declares no environment '{name}'.",
            declared.Length > 0 ? $"Declared are: {declared}." : "It declares none: leave --environment out."
        );
    }

    private static EnvironmentChoice Guessed(IntegrationSpecification specification, Uri baseUrl)
    {
        if (specification.Environments.FirstOrDefault(e => IsAt(e, baseUrl)) is { } match)
        {
            return new(match, "its base_url is this one");
        }

        var first = specification.Environments.FirstOrDefault(e => e.Kind is not EnvironmentKind.Production);
        return first is null
            ? new(null, "the specification declares none that is not production")
            : new(first, "the first one that is not production; --environment chooses another");
    }

    // The same origin is enough: a base URL may be given with or without the path of an API version.
    private static bool IsAt(TargetEnvironment environment, Uri baseUrl) =>
        Uri.TryCreate(environment.BaseUrl?.Value, UriKind.Absolute, out var declared)
        && Uri.Compare(
            declared,
            baseUrl,
            UriComponents.SchemeAndServer,
            UriFormat.SafeUnescaped,
            StringComparison.OrdinalIgnoreCase
        ) == 0;
}

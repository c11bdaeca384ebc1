namespace Conformance.Execution.Recording;

/// <summary>The obstacles that several steps can meet, in the same words.</summary>
internal static class Obstacles
{
    /// <summary>The target gave no usable answer.</summary>
    public static Obstacle NoAnswer(TransportFailure failure) =>
        failure.Kind switch
        {
            TransportFailureKind.Cancelled => Cancelled,
            TransportFailureKind.NotSent => Arrangement($"{failure.Message}."),
            _ => new(ObstacleKind.TargetUnreachable, $"The target gave no usable answer: {failure.Message}.", null),
        };

    /// <summary>The run was cancelled.</summary>
    public static Obstacle Cancelled { get; } = new(ObstacleKind.RunLimit, "The run was cancelled.", null);

    /// <summary>Configured values are missing.</summary>
    public static Obstacle NotConfigured(IEnumerable<string> variables)
    {
        var names = variables.Distinct().ToList();
        return new(
            ObstacleKind.NoCredential,
            $"{string.Join(" and ", names)} {(names.Count == 1 ? "is" : "are")} not set; "
                + "set the environment variable of that name, or name it in the secrets file.",
            null
        );
    }

    /// <summary>Some step the case rests on did not work out.</summary>
    public static Obstacle Arrangement(string reason) => new(ObstacleKind.ArrangementFailed, reason, null);
}

namespace Conformance.Consumers.Client;

/// <summary>Hears how an observation goes. Called from any thread.</summary>
public interface IClientWatcher
{
    /// <summary>The provider is there; the client may be started.</summary>
    /// <param name="stage">What is played where.</param>
    void Waiting(ObservationStage stage);

    /// <summary>A script began that a client somebody else started sees next.</summary>
    /// <param name="script">Its name.</param>
    /// <param name="description">What happens in it.</param>
    void ScriptStarted(string script, string description);

    /// <summary>A script is over.</summary>
    /// <param name="script">What was seen in it.</param>
    void ScriptFinished(ScriptSummary script);
}

"""torch.export programs counted from their JSON: no torch, nothing is unpickled or executed."""

"""ONNX graphs walked with concrete shapes: no weight is read, nothing is executed."""
